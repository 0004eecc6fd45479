package dev.slipway.bench.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real control plane with simulated nodes whose API server writes down every request of people. */
final class AuditedCluster implements AutoCloseable {
    private static final List<String> BINARIES =
            List.of("etcd", "kube-controller-manager", "kube-scheduler", "kubectl", "kwok");
    private static final Pattern SERVER = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)");
    private final Path directory;
    private final Process launcher;

    private AuditedCluster(Path directory, Process launcher) {
        this.directory = directory;
        this.launcher = launcher;
    }

    /** With the launcher {@code SLIPWAY_KUBE_CLUSTER} and the binaries below {@code SLIPWAY_KUBE_BINARIES}. */
    static AuditedCluster start() throws IOException {
        Path directory = Files.createTempDirectory("kube");
        Path binaries = audited(Path.of(System.getenv("SLIPWAY_KUBE_BINARIES")), directory);
        Process launcher = new ProcessBuilder(
                        System.getenv("SLIPWAY_KUBE_CLUSTER"),
                        "run",
                        "--nodes",
                        "1",
                        "--dir",
                        directory.toString(),
                        "--binaries",
                        binaries.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
        if (lines.readLine() == null) {
            throw new IOException("the cluster did not start");
        }
        return new AuditedCluster(directory, launcher);
    }

    private static Path audited(Path from, Path directory) throws IOException {
        Path binaries = Files.createDirectories(directory.resolve("bin"));
        for (String name : BINARIES) {
            Files.createSymbolicLink(binaries.resolve(name), from.resolve(name));
        }
        Path policy = Files.writeString(directory.resolve("audit.yaml"), """
                apiVersion: audit.k8s.io/v1
                kind: Policy
                omitStages: [RequestReceived, ResponseStarted]
                rules: [{level: Metadata, users: [admin]}]
                """);
        Path server = Files.writeString(binaries.resolve("kube-apiserver"), """
                #!/bin/sh
                exec %s "$@" --audit-policy-file=%s --audit-log-path=%s
                """.formatted(
                        from.resolve("kube-apiserver"), policy, directory.resolve("audit.log")));
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxr-xr-x"));
        return binaries;
    }

    Path kubeconfig() {
        return directory.resolve("kubeconfig");
    }

    /** Leads to another port, behind which the same API server answers. */
    Path kubeconfig(int port) throws IOException {
        String text = Files.readString(kubeconfig()).replace("127.0.0.1:" + port(), "127.0.0.1:" + port);
        return Files.writeString(directory.resolve("kubeconfig-" + port), text);
    }

    /** The API server's, on loopback. */
    int port() throws IOException {
        Matcher server = SERVER.matcher(Files.readString(kubeconfig()));
        if (!server.find()) {
            throw new IOException("no server on 127.0.0.1 in " + kubeconfig());
        }
        return Integer.parseInt(server.group(1));
    }

    Path kubectl() {
        return directory.resolve("kubectl");
    }

    AuditLog log() {
        return new AuditLog(directory.resolve("audit.log"));
    }

    /** A place for files that go with the cluster. */
    Path directory() {
        return directory;
    }

    /** It ends with its input. */
    @Override
    public void close() throws IOException {
        launcher.getOutputStream().close();
        launcher.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
