package dev.slipway.bench.startup;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long the command line takes from its call to its end: {@code ./slipway version}, with all that the launcher does
 * and its archive of classes, against {@code java -cp} of the same jar, alternately and with the same JDK, the one that
 * runs this. To be run in the root of a built tree; arguments: the results' folder, and optionally runs.
 */
public final class CommandBenchmark {
    private static final int RUNS = 25;
    private static final Duration ARCHIVE_WITHIN = Duration.ofMinutes(2);
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private final Path root = Path.of("").toAbsolutePath();
    private final List<Double> launched = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();

    private CommandBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var benchmark = new CommandBenchmark();
        benchmark.measure(args.length > 1 ? Integer.parseInt(args[1]) : RUNS);
        new CommandReport(benchmark.launched, benchmark.plain).write(Path.of(args[0]));
    }

    private void measure(int runs) throws IOException, InterruptedException {
        List<String> slipway = List.of(root.resolve("slipway").toString(), "version");
        List<String> java = List.of(
                JAVA.resolve("bin/java").toString(),
                "-cp",
                jar().toString(),
                "-Dslipway.home=" + root,
                "dev.slipway.platform.Main",
                "version");
        seconds(slipway); // has the archive made
        awaitArchive();
        seconds(slipway);
        seconds(java);
        for (int run = 1; run <= runs; run++) {
            launched.add(seconds(slipway));
            plain.add(seconds(java));
            System.out.printf(
                    Locale.ROOT, "%d slipway %.3f plain %.3f%n", run, launched.get(run - 1), plain.get(run - 1));
        }
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        process.environment().put("JAVA_HOME", JAVA.toString());
        long start = System.nanoTime();
        int code = process.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return seconds;
    }

    private Path jar() throws IOException {
        try (Stream<Path> built = Files.list(root.resolve("platform/target"))) {
            return built.filter(
                            file -> file.getFileName().toString().matches("slipway-platform-[^/]*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the platform is not built: ./slipway version"));
        }
    }

    private void awaitArchive() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(ARCHIVE_WITHIN);
        while (!archived()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no archive of classes was made");
            }
            Thread.sleep(200);
        }
    }

    private boolean archived() throws IOException {
        String name = "cli-" + JAVA.getFileName() + "-" + Runtime.version().feature();
        try (Stream<Path> files = Files.list(root.resolve("target/slipway"))) {
            return files.map(file -> file.getFileName().toString()).anyMatch(file -> file.equals(name + ".jsa"));
        }
    }
}
