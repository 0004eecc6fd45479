package dev.slipway.bench.startup;

import dev.slipway.bench.Machine;
import dev.slipway.bench.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Seconds of each run, as JSON for machines and Markdown for people. */
record CommandReport(List<Double> launched, List<Double> plain) {
    private static final double GOAL = 0.4;

    void write(Path folder) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", Machine.description());
        all.put("slipway", launched);
        all.put("plain", plain);
        all.put("ratioOfMedians", ratio());
        Results.write(folder, "startup-command", all, markdown());
    }

    private String markdown() {
        return String.format(
                Locale.ROOT,
                """
                # Start-up: the command line

                `./slipway version` with its archive of classes, from the call to its end, against `java -cp` of the same jar.
                %d runs of each, alternately, on %s.

                | | median | least | nine of ten within | most | goal |
                |---|---|---|---|---|---|
                %s%s| ratio of medians | %.2f | | | | |

                    java -cp bench/target/classes:$(cat bench/target/classpath) %s bench/results %d
                """,
                launched.size(),
                Machine.description(),
                row("`./slipway version`", launched, "≤ " + GOAL + " s"),
                row("`java -cp`", plain, ""),
                ratio(),
                CommandBenchmark.class.getName(),
                launched.size());
    }

    private static String row(String what, List<Double> seconds, String goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f s | %.3f | %.3f | %.3f | %s |%n",
                what,
                share(seconds, 0.5),
                share(seconds, 0),
                share(seconds, 0.9),
                share(seconds, 1),
                goal);
    }

    private double ratio() {
        return share(launched, 0.5) / share(plain, 0.5);
    }

    /** The run that this share of all is not slower than. */
    private static double share(List<Double> seconds, double share) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
