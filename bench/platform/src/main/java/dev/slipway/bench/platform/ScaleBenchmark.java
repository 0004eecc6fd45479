package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies more and more services, each number on a new cluster of simulated nodes. To be run in the root of a built tree;
 * arguments: the results' folder and the numbers.
 */
public final class ScaleBenchmark {
    private ScaleBenchmark() {}

    /** One number of services: applied from nothing, then with nothing to do. */
    record Row(int services, int objects, Course.Stretch first, Course.Stretch again) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d | %d | %.1f | %.1f | %.1f | %d | %.1f | %d |\n",
                    services,
                    objects,
                    first.written(),
                    first.seconds(),
                    1000 * first.seconds() / objects,
                    first.requests(),
                    again.seconds(),
                    again.requests());
        }
    }

    public static void main(String[] args) throws Exception {
        List<Integer> sizes = Stream.of(args).skip(1).map(Integer::valueOf).toList();
        var rows = new ArrayList<Row>();
        for (int services : sizes) {
            Row row = measure(services);
            rows.add(row);
            System.out.print(row);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        Files.writeString(folder.resolve("apply-many.json"), json + "\n");
        Files.writeString(folder.resolve("apply-many.md"), markdown(rows));
        System.out.println(markdown(rows));
    }

    private static Row measure(int services) throws IOException, InterruptedException {
        Checkout checkout =
                Checkout.of(Path.of("").toAbsolutePath(), ManyServices.NAME, ManyServices.description(services));
        try (AuditedCluster cluster = AuditedCluster.start()) {
            var course = new Course(cluster, checkout, cluster.kubeconfig());
            new LargeNodes(course).add(2 + services / 100);
            int objects = KubectlFiles.of(checkout, cluster.directory()).objects();
            Course.Stretch first = course.measure(List.of(course.slipwayApply()));
            return new Row(services, objects, first, course.measure(List.of(course.slipwayApply())));
        }
    }

    private static String markdown(List<Row> rows) {
        Row least = rows.get(0);
        Row most = rows.get(rows.size() - 1);
        double growth =
                (most.first().seconds() / most.objects()) / (least.first().seconds() / least.objects());
        return """
                # Apply: many services

                `slipway apply` of a Redis and so many services that need it, each with its account, network rules, Service and
                Deployment, as a process, on a new cluster for each number; then once more with nothing to do. Seconds.

                | services | objects | last object written | all ready | ms an object | requests | no change | requests |
                |---|---|---|---|---|---|---|---|
                %s
                An object of the most takes **%.2f** times as long as one of the fewest (1 is linear). %s.

                    SLIPWAY_KUBE_CLUSTER=… SLIPWAY_KUBE_BINARIES=… java -cp bench/platform/target/classes:$(cat bench/platform/target/classpath) dev.slipway.bench.platform.ScaleBenchmark bench/results %s
                """.formatted(
                rows.stream().map(Row::toString).collect(Collectors.joining()),
                growth,
                Machine.description(),
                rows.stream().map(row -> Integer.toString(row.services())).collect(Collectors.joining(" ")));
    }
}
