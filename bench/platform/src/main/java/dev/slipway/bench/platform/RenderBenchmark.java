package dev.slipway.bench.platform;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.DeployFile;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the text of a description to the text of its objects, checked on the way as every command checks it. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RenderBenchmark {
    @Param({"125", "250", "500", "1000"})
    public int services;

    private String description = "";

    @Setup
    public void describe() {
        description = ManyServices.description(services);
    }

    /** As a command does it: once, in a JVM that has done nothing yet. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(
            value = 5,
            jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms48m", "-Xmn28m", "-Xmx384m", "-Xss512k"
            })
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public int cold() {
        return text().length();
    }

    /** What it costs when the code is compiled: whether it is linear is seen best here. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
    @Warmup(iterations = 2, time = 3)
    @Measurement(iterations = 5, time = 1)
    public int warm() {
        return text().length();
    }

    private String text() {
        var environment = Descriptions.parse(ManyServices.NAME, description).orThrow();
        Manifests manifests = Rendering.of(environment, Variables.PLACEHOLDERS, new Contents(new TreeMap<>()));
        return DeployFile.text(manifests);
    }
}
