package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Kills {@code slipway apply} of a whole environment at random moments and runs it again. Every second time the cluster is
 * empty before, else another tag changes every service. The second run must end well, the third write nothing, and the cluster hold
 * what an apply that nobody killed leaves in it. To be run in the root of a built tree; arguments: the results' folder, the
 * environment, the number of kills, the seed of their moments.
 */
public final class KilledApply {
    private final Course course;
    private final Random random;
    private final List<List<String>> emptying;

    private KilledApply(Course course, Random random) throws IOException {
        this.course = course;
        this.random = random;
        KubectlFiles files = KubectlFiles.of(course.checkout(), course.cluster().directory());
        String all = files.all().file().toString();
        this.emptying = List.of(
                course.kubectl(List.of("delete", "-f", all, "--ignore-not-found", "--timeout=120s")),
                course.kubectl(List.of("wait", "--for=delete", "pods", "--all", "-A", "--timeout=60s")));
    }

    /**
     * One kill.
     *
     * @param onNothing whether the cluster was empty before, else all services are changed
     * @param after seconds from the start of the process to its end
     * @param written writes until then
     * @param rest writes of the run after it
     * @param again writes of the run after that one
     * @param differences from what there should be, one a line
     */
    record Kill(boolean onNothing, double after, int written, int rest, int again, String differences) {
        boolean well() {
            return again == 0 && differences.isEmpty();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %d | %d | %d | %s |\n",
                    onNothing ? "nothing" : "another tag",
                    after,
                    written,
                    rest,
                    again,
                    differences.isEmpty() ? "none" : differences.strip().replace("\n", "<br>"));
        }
    }

    public static void main(String[] args) throws Exception {
        Checkout checkout = Checkout.committed(Path.of("").toAbsolutePath(), args[1]);
        var kills = new ArrayList<Kill>();
        try (AuditedCluster cluster = AuditedCluster.start()) {
            var course = new Course(cluster, checkout, cluster.kubeconfig());
            new LargeNodes(course).add(6);
            new KilledApply(course, new Random(Long.parseLong(args[3]))).run(Integer.parseInt(args[2]), kills);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(kills);
        Files.writeString(folder.resolve("apply-killed.json"), json + "\n");
        Files.writeString(folder.resolve("apply-killed.md"), markdown(kills, String.join(" ", args)));
        if (!kills.stream().allMatch(Kill::well)) {
            throw new IllegalStateException("not all ended well");
        }
    }

    private void run(int number, List<Kill> kills) throws IOException, InterruptedException {
        Course.Stretch whole = course.measure(List.of(course.slipwayApply("0")));
        Holdings wanted = Holdings.of(course);
        Course.Stretch change = course.measure(List.of(course.slipwayApply("1")));
        for (int round = 0; round < number; round++) {
            boolean onNothing = round % 2 == 1;
            if (onNothing) {
                for (List<String> command : emptying) {
                    course.run(command);
                }
            }
            Kill kill = kill(onNothing, (onNothing ? whole : change).seconds(), "round-" + round, wanted);
            kills.add(kill);
            System.out.print(kill);
        }
    }

    private Kill kill(boolean onNothing, double most, String tag, Holdings wanted)
            throws IOException, InterruptedException {
        List<String> apply = course.slipwayApply(tag);
        Instant from = Instant.now();
        var moment = Duration.ofMillis((long) (1000 * most * random.nextDouble()));
        double after = course.kill(apply, moment);
        TimeUnit.SECONDS.sleep(1);
        int written = course.cluster().log().between(from, Instant.now()).writes();
        int rest = course.measure(List.of(apply)).writes();
        int again = course.measure(List.of(apply)).writes();
        return new Kill(
                onNothing, after, written, rest, again, Holdings.of(course).differences(wanted));
    }

    private static String markdown(List<Kill> kills, String arguments) {
        return """
                # Apply, killed

                `slipway apply` of a whole environment, killed (SIGKILL) at a random moment, run again to its end, and once more.
                A real API server, simulated nodes; writes are counted in its audit log. What the cluster holds in the end, objects
                and pods, is compared with what an apply that nobody killed left in it.

                %d of %d kills ended well: the run after it all ready, no write by the one after that, no difference.

                | the cluster had | killed after s | writes until then | writes of the next | of the one after | differences |
                |---|---|---|---|---|---|
                %s
                %s.

                    SLIPWAY_KUBE_CLUSTER=… SLIPWAY_KUBE_BINARIES=… java -cp bench/platform/target/classes:$(cat bench/platform/target/classpath) dev.slipway.bench.platform.KilledApply %s
                """.formatted(
                        kills.stream().filter(Kill::well).count(),
                        kills.size(),
                        kills.stream().map(Kill::toString).collect(Collectors.joining()),
                        Machine.description(),
                        arguments);
    }
}
