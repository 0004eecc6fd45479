package dev.slipway.platform.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that a cluster has, by kubectl, which knows all kinds. */
final class AllObjects {
    /** What comes and goes by itself, or is a view of something else. */
    private static final List<String> PASSING =
            List.of("events", "leases.", "endpoints", "endpointslices.", "metrics.k8s.io");

    private AllObjects() {}

    /** As {@code Kind namespace/name}, without what every namespace is given. */
    static SortedSet<String> of(Path directory) throws IOException, InterruptedException {
        String kinds = kubectl(directory, "api-resources", "--verbs=list", "-o", "name")
                .lines()
                .filter(kind -> PASSING.stream().noneMatch(kind::contains))
                .collect(Collectors.joining(","));
        return kubectl(
                        directory,
                        "get",
                        kinds,
                        "--all-namespaces",
                        "--no-headers",
                        "-o",
                        "custom-columns=K:.kind,S:.metadata.namespace,N:.metadata.name")
                .lines()
                .map(line -> line.strip().split(" +"))
                .filter(found -> !List.of("default", "kube-root-ca.crt").contains(found[2]))
                .map(found -> found[0] + " " + (found[1].equals("<none>") ? "" : found[1] + "/") + found[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kubectl(Path directory, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "kubectl", "");
        var command = new ArrayList<>(List.of(
                TestCluster.kubectl().toString(),
                "--kubeconfig",
                TestCluster.running().kubeconfig().toString(),
                "--cache-dir",
                output + ".cache"));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kubectl " + arguments[0] + " ended with " + exit);
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
