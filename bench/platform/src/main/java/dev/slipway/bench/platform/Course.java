package dev.slipway.bench.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs commands against the cluster and measures them by clock and audit log.
 *
 * @param kubeconfig leads all of them to it
 */
record Course(AuditedCluster cluster, Checkout checkout, Path kubeconfig) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /**
     * One measured stretch.
     *
     * @param seconds until the last command has ended
     * @param written seconds until the last object was written
     * @param requests all of them
     */
    record Stretch(double seconds, double written, int requests, int writes) {}

    /** Runs commands one after the other; each must end well. */
    Stretch measure(List<List<String>> commands) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        Instant from = Instant.now();
        for (List<String> command : commands) {
            run(command);
        }
        Instant to = Instant.now();
        TimeUnit.SECONDS.sleep(1); // a watch is written down when it has ended
        AuditLog.Requests requests = cluster.log().between(from, to);
        return new Stretch(
                seconds(Duration.between(from, to)),
                seconds(requests.untilLastWrite()),
                requests.all(),
                requests.writes());
    }

    /** What everybody who is measured is given beside its arguments. */
    private Map<String, String> surroundings() {
        return Map.of(
                "KUBECONFIG", kubeconfig.toString(), "HOME", cluster.directory().toString());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    void run(List<String> command) throws IOException, InterruptedException {
        said(command);
    }

    /** Kills a command after some time, if it is not at its end before; how many seconds it ran. */
    double kill(List<String> command, Duration after) throws IOException, InterruptedException {
        Instant from = Instant.now();
        Process process = start(command);
        process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return seconds(Duration.between(from, Instant.now()));
    }

    private Path output() {
        return cluster.directory().resolve("said");
    }

    private Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(checkout.home().toFile());
        builder.environment().putAll(surroundings());
        return builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output().toFile())
                .start();
    }

    /** Runs a command, which must end well; what it wrote. */
    String said(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("never ends: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ":\n" + Files.readString(output()));
        }
        return Files.readString(output());
    }

    List<String> slipway(String command, String... more) {
        Stream<String> start = Stream.of(
                checkout.home().resolve("slipway").toString(), "--no-build", command, "-e", checkout.environment());
        return Stream.concat(start, Stream.of(more)).toList();
    }

    List<String> slipwayApply() {
        return slipwayApply(KubectlFiles.TAG);
    }

    List<String> slipwayApply(String tag) {
        return slipway("apply", "--registry", KubectlFiles.REGISTRY, "--tag", tag);
    }

    List<String> kubectl(List<String> arguments) {
        return Stream.concat(Stream.of(cluster.kubectl().toString()), arguments.stream())
                .toList();
    }

    List<String> kubectlApply(KubectlFiles.Wave wave) {
        return kubectl(List.of("apply", "--server-side", "-f", wave.file().toString()));
    }
}
