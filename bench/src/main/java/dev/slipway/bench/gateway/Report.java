package dev.slipway.bench.gateway;

import dev.slipway.bench.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The result as JSON for machines and Markdown for people. */
record Report(Map<String, List<Load.Result>> measured, int rounds, int seconds, int connections, String placement) {
    private static final double GOAL = 0.95;

    void write(Path folder) throws IOException {
        Results.write(folder, "gateway", all(), markdown());
    }

    private Map<String, Object> all() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("command", command());
        all.put("machine", machine());
        all.put("placement", placement);
        all.put("rounds", rounds);
        all.put("secondsARound", seconds);
        all.put("connections", connections);
        all.put("measured", measured);
        all.put("ratioToBare", ratios("bare"));
        all.put("ratioToDirect", ratios("direct"));
        all.put("cpuOfBareToOurs", cpuRatios());
        all.put("goal", GOAL);
        all.put("met", Results.median(ratios("bare")) >= GOAL);
        return all;
    }

    private List<Double> ratios(String other) {
        return IntStream.range(0, rounds)
                .mapToObj(round -> of("slipway").get(round).perSecond()
                        / of(other).get(round).perSecond())
                .toList();
    }

    /** As the ratio of answers a second would be on an idle machine. */
    private List<Double> cpuRatios() {
        return IntStream.range(0, rounds)
                .mapToObj(round -> of("bare").get(round).cpuMicros()
                        / of("slipway").get(round).cpuMicros())
                .toList();
    }

    private List<Load.Result> of(String target) {
        return Objects.requireNonNull(measured.get(target));
    }

    private String command() {
        return "java -cp bench/target/classes:$(cat bench/target/classpath) " + GatewayBenchmark.class.getName()
                + " gateway/target/server-gateway-0.1.0-SNAPSHOT.jar bench/results " + rounds + " " + seconds + " "
                + connections;
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = Files.isReadable(cpus)
                ? Files.readAllLines(cpus, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .findFirst()
                        .orElse("unknown processor")
                : System.getProperty("os.arch");
        int cores = (int) Files.readAllLines(cpus).stream()
                .filter(line -> line.startsWith("processor"))
                .count();
        return cores + " cores, " + model + ", " + System.getProperty("os.name") + ", JDK "
                + System.getProperty("java.version");
    }

    private String markdown() throws IOException {
        StringBuilder out = new StringBuilder("# Gateway: a small authenticated GET\n\n");
        out.append("Through the gateway with authentication, limits, tracing and access log on, against a bare Spring");
        out.append(" Cloud Gateway with one route, and the service direct.\n\n");
        out.append(
                "| | median req/s | least | most | median p50 µs | median p99 µs | median CPU µs a request |\n|---|---|---|---|---|---|---|\n");
        measured.forEach((name, results) -> out.append(row(name, results)));
        out.append(String.format(
                Locale.ROOT,
                "%nOf the bare gateway: **%.3f** (%.3f to %.3f over the rounds; goal ≥ %.2f, %s). Of the service: %.3f.%n"
                        + "%nBy processor time a request, which other work on the machine does not touch:"
                        + " **%.3f** of the bare gateway (%.3f to %.3f).%n",
                Results.median(ratios("bare")),
                ratios("bare").stream().mapToDouble(d -> d).min().orElse(0),
                ratios("bare").stream().mapToDouble(d -> d).max().orElse(0),
                GOAL,
                Results.median(ratios("bare")) >= GOAL ? "met" : "not met",
                Results.median(ratios("direct")),
                Results.median(cpuRatios()),
                cpuRatios().stream().mapToDouble(d -> d).min().orElse(0),
                cpuRatios().stream().mapToDouble(d -> d).max().orElse(0)));
        out.append(String.format(
                "%n%d interleaved rounds of %d s, %d connections in a closed loop; %s. %s.%n%n    %s%n",
                rounds, seconds, connections, placement, machine(), command()));
        return out.toString();
    }

    private static String row(String name, List<Load.Result> results) {
        List<Double> rates = results.stream().map(Load.Result::perSecond).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f |%n",
                name,
                Results.median(rates),
                rates.stream().mapToDouble(d -> d).min().orElse(0),
                rates.stream().mapToDouble(d -> d).max().orElse(0),
                Results.median(results.stream().map(Load.Result::p50Micros).toList()),
                Results.median(results.stream().map(Load.Result::p99Micros).toList()),
                Results.median(results.stream().map(Load.Result::cpuMicros).toList()));
    }
}
