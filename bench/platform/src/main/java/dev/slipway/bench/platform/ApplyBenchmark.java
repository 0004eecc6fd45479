package dev.slipway.bench.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures {@code slipway apply} of a whole environment against kubectl on the same objects, rounds in turns. To be run in
 * the root of a built tree; arguments: the results' folder, the environment, the number of rounds, and how many milliseconds
 * a round trip to the API server takes (0: it is on this machine).
 */
public final class ApplyBenchmark {
    private ApplyBenchmark() {}

    public static void main(String[] args) throws Exception {
        String environment = args.length > 1 ? args[1] : "dev-ol";
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        var roundTrip = Duration.ofMillis(args.length > 3 ? Long.parseLong(args[3]) : 0);
        Checkout checkout = Checkout.committed(Path.of("").toAbsolutePath(), environment);
        try (AuditedCluster cluster = AuditedCluster.start();
                var distance = new Distance(cluster.port(), roundTrip)) {
            Path kubeconfig = roundTrip.isZero() ? cluster.kubeconfig() : cluster.kubeconfig(distance.port());
            var course = new Course(cluster, checkout, kubeconfig);
            new LargeNodes(course).add(6);
            Round round = Round.of(course);
            List<Map<String, Course.Stretch>> all = rounds(round, rounds);
            new ApplyReport(environment, roundTrip, round.files().objects(), all).write(Path.of(args[0]));
        }
    }

    /** One more before, which is not counted: it finds nothing warm. */
    private static List<Map<String, Course.Stretch>> rounds(Round round, int rounds)
            throws IOException, InterruptedException {
        round.run(true);
        var all = new ArrayList<Map<String, Course.Stretch>>();
        for (int number = 0; number < rounds; number++) {
            Map<String, Course.Stretch> stretches = round.run(number % 2 == 0);
            stretches.forEach((what, stretch) -> System.out.println(what + ": " + stretch));
            all.add(stretches);
        }
        return all;
    }
}
