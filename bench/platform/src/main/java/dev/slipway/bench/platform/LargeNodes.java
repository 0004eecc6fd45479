package dev.slipway.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Simulated nodes with room. */
record LargeNodes(Course course) {
    void add(int nodes) throws IOException, InterruptedException {
        String text = IntStream.range(0, nodes).mapToObj(LargeNodes::node).collect(Collectors.joining());
        Path file = Files.writeString(course.cluster().directory().resolve("nodes.yaml"), text);
        course.run(course.kubectl(List.of("create", "-f", file.toString())));
        course.run(course.kubectl(List.of("wait", "--for=condition=Ready", "nodes", "--all", "--timeout=60s")));
    }

    private static String node(int number) {
        return String.format(Locale.ROOT, """
                ---
                apiVersion: v1
                kind: Node
                metadata:
                  name: large-%1$d
                  annotations: { kwok.x-k8s.io/node: fake }
                  labels: { kubernetes.io/hostname: large-%1$d, kubernetes.io/os: linux, topology.kubernetes.io/zone: zone-%1$d }
                status:
                  capacity: &room { cpu: "64", memory: 256Gi, pods: "250", ephemeral-storage: 2000Gi }
                  allocatable: *room
                """, number);
    }
}
