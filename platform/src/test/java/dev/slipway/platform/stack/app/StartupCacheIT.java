package dev.slipway.platform.stack.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.StackProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JVM that records its cache and starts from it. */
class StartupCacheIT {
    @TempDir
    Path folder;

    private final Jvm jvm = Jvm.current();
    private Path jar;
    private StackProcesses processes;
    private Apps apps;

    @BeforeEach
    void makesAProgram() throws IOException {
        folder = folder.toRealPath();
        jar = folder.resolve("hello.jar");
        writeJar();
        processes = new StackProcesses(folder);
        apps = new Apps(Files.createDirectories(folder.resolve("apps")), jvm, processes);
    }

    @Test
    void recordsACacheAndStartsFromIt() throws Exception {
        StartupCache cache = cache();
        assertThat(cache.flags()).isEmpty();
        assertThat(run(cache.recordingFlags())).isZero();
        assertThat(cache.exists()).as("not before it is finished").isFalse();
        cache.finish();

        assertThat(cache().exists()).isTrue();
        assertThat(run(cache().flags())).isZero();
        var shared = new ArrayList<>(cache().flags());
        shared.add("-Xlog:class+load:file=" + folder.resolve("loaded"));
        run(shared);
        assertThat(Files.readString(folder.resolve("loaded")))
                .containsPattern("Hello source: shared objects file \\((top|AOT)?");
    }

    @Test
    void anotherProgramOrOtherFlagsNeedAnotherCache() throws Exception {
        Path first = cache().file();
        assertThat(apps.cache("hello", jar, List.of("-Xmx64m")).file()).isNotEqualTo(first);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(cache().file()).isNotEqualTo(first);
    }

    @Test
    void aBrokenCacheIsNoObstacle() throws Exception {
        Files.writeString(cache().file(), "not a cache");
        assertThat(run(cache().flags())).isZero();
    }

    @Test
    void olderProgramsAndCachesOfTheNamedOnesAreRemoved() throws Exception {
        Path old = Files.createDirectories(folder.resolve("apps/hello-0123456789ab/lib"));
        Path half = Files.writeString(folder.resolve("apps/unfinished-cache-hello-0123456789ab.aot"), "");
        Path others = Files.writeString(folder.resolve("apps/cache-hello-you-0123456789ab.aot"), "");
        Path used = Files.writeString(cache().file(), "");
        apps.tidy(Set.of("hello"), Set.of(used));
        assertThat(old.getParent()).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(others).exists();
        assertThat(used).exists();
    }

    private StartupCache cache() throws IOException {
        return apps.cache("hello", jar, List.of());
    }

    private int run(List<String> flags) throws Exception {
        var command = new ArrayList<>(List.of(jvm.java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        Child child = processes.start(new Launch("hello", command, Map.of(), folder, folder.resolve("hello.log")));
        return Wait.forEnd(child, Duration.ofMinutes(1));
    }

    private void writeJar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Hello.class.getName());
        String entry = Hello.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Hello.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            assertThat(in).isNotNull().satisfies(content -> content.transferTo(out));
        }
    }
}
