package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link RenderBenchmark} and writes down what it tells; its argument is the results' folder. */
public final class RenderBenchmarks {
    private static final int MOST = 1000;
    private static final double GOAL = 5000;

    private RenderBenchmarks() {}

    /** Milliseconds of one measurement. */
    record Row(String how, int services, double median, double least, double most) {
        static Row of(RunResult result) {
            var statistics = result.getPrimaryResult().getStatistics();
            return new Row(
                    result.getPrimaryResult().getLabel(),
                    Integer.parseInt(result.getParams().getParam("services")),
                    statistics.getPercentile(50),
                    statistics.getMin(),
                    statistics.getMax());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f (%.0f to %.0f) | %.2f |\n",
                    how,
                    services,
                    median,
                    least,
                    most,
                    median / services);
        }
    }

    public static void main(String[] args) throws RunnerException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RenderBenchmark.class.getName())
                        .build())
                .run();
        var rows = new ArrayList<Row>();
        results.forEach(result -> rows.add(Row.of(result)));
        Path folder = Files.createDirectories(Path.of(args[0]));
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        Files.writeString(folder.resolve("render.json"), json + "\n");
        Files.writeString(folder.resolve("render.md"), markdown(rows));
        System.out.println(markdown(rows));
    }

    private static double median(List<Row> rows, String how, int services) {
        return rows.stream()
                .filter(row -> row.how().equals(how) && row.services() == services)
                .mapToDouble(Row::median)
                .findFirst()
                .orElseThrow();
    }

    private static String markdown(List<Row> rows) {
        double cold = median(rows, "cold", MOST);
        double growth = median(rows, "warm", MOST) / median(rows, "warm", MOST / 2);
        return """
                # Rendering

                From the text of a description to the text of all its objects, with the checks of every command. Cold is once
                in a JVM that has done nothing yet, with the heap and the compiler of the command line; warm is compiled code.

                | | services | milliseconds | a service |
                |---|---|---|---|
                %s
                1,000 services, cold: **%.1f s** (goal ≤ %.0f s, %s). Warm, twice the services take **%.2f** times as long.

                JMH. %s.

                    java -cp bench/platform/target/classes:$(cat bench/platform/target/classpath) dev.slipway.bench.platform.RenderBenchmarks bench/results
                """.formatted(
                        rows.stream().map(Row::toString).collect(Collectors.joining()),
                        cold / 1000,
                        GOAL / 1000,
                        cold <= GOAL ? "met" : "not met",
                        growth,
                        Machine.description());
    }
}
