package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that is a Java program, so that a supervisor can add class-data-sharing flags to it. Its main class gets one
 * argument: the file that tells it everything else.
 */
public abstract sealed class JvmServer implements LocalServer permits MongodbServer, NacosServer, RabbitmqServer {

    private final String name;
    private final Path data;
    private final Path jar;
    private final String heap;

    /** @param heap the flag that bounds it */
    JvmServer(String name, Path data, Path jar, String heap) {
        this.name = name;
        this.data = data.toAbsolutePath();
        this.jar = jar.toAbsolutePath();
        this.heap = heap;
    }

    /** Adds what the main class has to know beside its data folder. */
    abstract void describe(Configuration configuration);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void prepare() throws IOException {
        Configuration configuration = new Configuration(data, jar);
        describe(configuration);
        configuration.write(file());
    }

    /** Its executable jar; the manifest names the class path in a fixed order. */
    public final Path jar() {
        return jar;
    }

    /** The flags of its JVM: small and quick to start, at the price of peak speed. */
    public final List<String> jvmArguments() {
        return List.of(
                heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + data.resolve("tmp"));
    }

    /** The command with further JVM flags, e.g. {@code -XX:SharedArchiveFile=…}, before the jar. */
    public final List<String> command(List<String> moreJvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments());
        command.addAll(moreJvmArguments);
        command.add("-jar");
        command.add(jar.toString());
        command.add(file().toString());
        return List.copyOf(command);
    }

    @Override
    public final List<String> command() {
        return command(List.of());
    }

    @Override
    public final Map<String, String> environment() {
        return Map.of();
    }

    private Path file() {
        return data.resolve(name + ".properties");
    }
}
