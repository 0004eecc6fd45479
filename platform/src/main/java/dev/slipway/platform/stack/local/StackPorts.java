package dev.slipway.platform.stack.local;

import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.stack.port.PortBook;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The port of each component, further ports as {@code nacos/console}. */
record StackPorts(Map<String, Integer> ports) {
    /**
     * Those of the description when the entry is on its usual port; otherwise all others are free ones, remembered, so
     * that a second stack does not meet the first.
     */
    static StackPorts choose(Environment environment, int entryPort, PortBook book) throws IOException {
        Map<String, Integer> described = described(environment);
        String entry = environment.entry();
        if (Objects.equals(described.get(entry), entryPort)) {
            return new StackPorts(described);
        }
        var wanted = new LinkedHashMap<String, List<Integer>>();
        described.keySet().stream()
                .filter(name -> !name.equals(entry))
                .forEach(name -> wanted.put(name, distances(name)));
        var chosen = new LinkedHashMap<>(book.choose(wanted, Set.of(entryPort)));
        chosen.put(entry, entryPort);
        return new StackPorts(chosen);
    }

    int of(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    private static Map<String, Integer> described(Environment environment) {
        var described = new LinkedHashMap<String, Integer>();
        for (Map.Entry<MiddlewareKind, Middleware> each :
                environment.middleware().entrySet()) {
            String name = each.getKey().toString();
            described.put(name, environment.port(each.getKey()));
            each.getValue().ports().forEach((further, port) -> described.put(name + "/" + further, port));
        }
        environment.services().forEach((name, service) -> described.put(name, service.port()));
        return described;
    }

    /** Nacos takes ports at fixed distances from its own. */
    private static List<Integer> distances(String name) {
        for (MiddlewareKind kind : MiddlewareKind.values()) {
            if (kind.toString().equals(name)) {
                return List.copyOf(kind.derivedPorts(0).values());
            }
        }
        return List.of();
    }
}
