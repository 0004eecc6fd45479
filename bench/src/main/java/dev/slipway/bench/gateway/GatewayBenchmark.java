package dev.slipway.bench.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Measures in interleaved rounds, in one run: the gateway, a bare Spring Cloud Gateway, the service direct. The
 * gateways have a core of their own; load, service and Redis share the other. Arguments: the gateway's jar, the
 * results' folder, and optionally rounds, seconds a round, connections.
 */
public final class GatewayBenchmark {
    private static final String PATH = "/api/me";
    /** Compiled code is measured: each target answers this much before, in turns. */
    private static final int WARM_UPS = 8;

    private static final int WARM_UP = 100_000;

    private GatewayBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        Path results = Path.of(args[1]);
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        int connections = args.length > 4 ? Integer.parseInt(args[4]) : 32;
        try (Stage stage = Stage.start(jar)) {
            Map<String, List<Load.Result>> measured = measure(stage, rounds, Duration.ofSeconds(seconds), connections);
            new Report(measured, rounds, seconds, connections, stage.description()).write(results);
        }
    }

    private static Map<String, List<Load.Result>> measure(Stage stage, int rounds, Duration time, int connections)
            throws IOException {
        List<String> order = new ArrayList<>(stage.ports().keySet());
        Collections.sort(order);
        for (int i = 0; i < WARM_UPS; i++) {
            for (String name : order) {
                try (Load load = load(stage, name, connections)) {
                    load.run(Duration.ofMinutes(2), WARM_UP);
                }
            }
        }
        Map<String, List<Load.Result>> measured = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                try (Load load = load(stage, name, connections)) {
                    Load.Result result = load.run(time);
                    measured.computeIfAbsent(name, any -> new ArrayList<>()).add(result);
                    System.out.printf("%d %s %s%n", round, name, result);
                }
            }
            Collections.rotate(order, 1);
        }
        return measured;
    }

    private static Load load(Stage stage, String name, int connections) throws IOException {
        int port = Objects.requireNonNull(stage.ports().get(name));
        return new Load(port, stage.process(name), PATH, stage.token(), connections);
    }
}
