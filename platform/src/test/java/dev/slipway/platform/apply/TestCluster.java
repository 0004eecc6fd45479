package dev.slipway.platform.apply;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A real control plane with simulated nodes, one a JVM; it ends with the JVM, however that ends. Needed are the launcher,
 * which {@code SLIPWAY_KUBE_CLUSTER} names, and the binaries below {@code SLIPWAY_KUBE_BINARIES}.
 */
public final class TestCluster {
    private static final Path BINARIES = Path.of(System.getenv()
            .getOrDefault("SLIPWAY_KUBE_BINARIES", System.getProperty("user.home") + "/.cache/kube-test/1.36.3"));
    private static final String LAUNCHER = System.getenv().getOrDefault("SLIPWAY_KUBE_CLUSTER", "");

    /** While this file is there, no API server is started. */
    private static final String AWAY = "away";

    private final Path directory;

    private TestCluster(Path directory) {
        this.directory = directory;
    }

    /** JUnit asks this; a missing cluster is said in one line. */
    public static boolean available() {
        boolean available = !LAUNCHER.isEmpty()
                && Files.isExecutable(Path.of(LAUNCHER))
                && Files.isExecutable(BINARIES.resolve("etcd"));
        if (!available) {
            System.err.println("Skipped for want of a Kubernetes API server: set SLIPWAY_KUBE_CLUSTER to the launcher"
                    + " 'kube-cluster', and build the binaries by 'kube-binaries' (now looked for in " + BINARIES
                    + ")");
        }
        return available;
    }

    private static final class Holder {
        private static final TestCluster ONLY = start();
    }

    public static TestCluster running() {
        return Holder.ONLY;
    }

    static Path kubectl() {
        return BINARIES.resolve("kubectl");
    }

    public Path kubeconfig() {
        return directory.resolve("kubeconfig");
    }

    /** A kubeconfig of a ServiceAccount that is there, in a folder. */
    public Path kubeconfigOf(String namespace, String account, Path folder) throws IOException {
        Config admin = Config.fromKubeconfig(kubeconfig().toFile());
        try (var client = new KubernetesClientBuilder().withConfig(admin).build()) {
            String token = client.serviceAccounts()
                    .inNamespace(namespace)
                    .withName(account)
                    .tokenRequest()
                    .getStatus()
                    .getToken();
            return Files.writeString(folder.resolve("kubeconfig"), """
                    apiVersion: v1
                    kind: Config
                    current-context: c
                    clusters: [{name: c, cluster: {server: '%s', insecure-skip-tls-verify: true}}]
                    users: [{name: u, user: {token: '%s'}}]
                    contexts: [{name: c, context: {cluster: c, user: u}}]
                    """.formatted(admin.getMasterUrl(), token));
        }
    }

    private static TestCluster start() {
        try {
            Path directory = Files.createTempDirectory("kube");
            Process launcher = new ProcessBuilder(
                            LAUNCHER,
                            "run",
                            "--dir",
                            directory.toString(),
                            "--binaries",
                            audited(directory).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start(); // its input ends with this JVM, and the cluster with its input
            var lines = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
            if (lines.readLine() == null) {
                throw new IllegalStateException("the cluster did not start");
            }
            return new TestCluster(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same binaries, with an API server that writes down who wrote what, and that is started anew when it has ended, once
     * nobody wants it {@link #AWAY}. Whoever stops its parent ends it at once: nothing here is worth waiting for.
     */
    private static Path audited(Path directory) throws IOException {
        Path binaries = Files.createDirectories(directory.resolve("bin"));
        for (String name : List.of("etcd", "kube-controller-manager", "kube-scheduler", "kubectl", "kwok")) {
            Files.createSymbolicLink(binaries.resolve(name), BINARIES.resolve(name));
        }
        Path policy = Files.writeString(directory.resolve("audit.yaml"), """
                apiVersion: audit.k8s.io/v1
                kind: Policy
                omitStages: [RequestReceived]
                rules: [{level: Metadata, verbs: [create, update, patch, delete]}]
                """);
        Path server = Files.writeString(binaries.resolve("kube-apiserver"), """
                #!/bin/sh
                trap 'kill -9 "$child"; exit' TERM
                while :; do
                  while [ -e %1$s/away ]; do sleep 0.1; done
                  %2$s "$@" --audit-policy-file=%3$s --audit-log-path=%1$s/audit.log &
                  child=$!
                  echo "$child" >%1$s/apiserver
                  wait "$child"
                  sleep 0.1
                done
                """.formatted(
                        directory, BINARIES.resolve("kube-apiserver"), policy));
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxr-xr-x"));
        return binaries;
    }

    /** Stops the API server for a while, and lets it go on. */
    void silence(Duration time) throws IOException, InterruptedException {
        String pid = server();
        signal("STOP", pid);
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } finally {
            signal("CONT", pid);
        }
    }

    /** Kills the API server, and starts another one in its place after a while. */
    void kill(Duration away) throws IOException, InterruptedException {
        Path absent = Files.createFile(directory.resolve(AWAY));
        try {
            signal("KILL", server());
            TimeUnit.MILLISECONDS.sleep(away.toMillis());
        } finally {
            Files.delete(absent);
        }
    }

    private String server() throws IOException {
        return Files.readString(directory.resolve("apiserver")).strip();
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + exit);
        }
    }

    /** Writes by people, beside those that were only asked about. */
    long writes() throws IOException {
        return writes(line -> true);
    }

    /** The same to one namespace. */
    public long writes(String namespace) throws IOException {
        return writes(line ->
                line.contains("/namespaces/" + namespace + "/") || line.contains("/namespaces/" + namespace + "?"));
    }

    private long writes(Predicate<String> chosen) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("audit.log"))) {
            return lines.filter(line -> line.contains("\"username\":\"admin\""))
                    .filter(chosen)
                    .filter(line -> !line.contains("dryRun=All"))
                    .count();
        }
    }
}
