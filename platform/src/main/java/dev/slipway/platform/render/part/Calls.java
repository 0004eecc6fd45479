package dev.slipway.platform.render.part;

import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which component connects to which. Looked through once: every component asks who calls it.
 *
 * @param called caller → what it needs and what it calls
 * @param callers the same from the other end
 */
record Calls(Map<String, Set<String>> called, Map<String, Set<String>> callers) {
    static Calls of(Environment environment) {
        SortedMap<String, Set<String>> called = called(environment);
        var callers = new TreeMap<String, Set<String>>();
        called.forEach((caller, all) -> all.forEach(
                one -> callers.computeIfAbsent(one, absent -> new TreeSet<>()).add(caller)));
        return new Calls(called, callers);
    }

    private static SortedMap<String, Set<String>> called(Environment environment) {
        var called = new TreeMap<String, Set<String>>();
        environment.services().forEach((name, service) -> {
            var all = new TreeSet<>(service.needs());
            all.addAll(service.calls());
            if (reportToDashboard(environment)) {
                all.add(MiddlewareKind.SENTINEL_DASHBOARD.toString());
            }
            called.put(name, all);
        });
        environment.middleware().forEach((kind, server) -> called.computeIfAbsent(
                        kind.toString(), absent -> new TreeSet<>())
                .addAll(server.needs()));
        called.forEach((name, all) -> all.remove(name));
        return called;
    }

    /** Whether services show themselves in a dashboard of Sentinel that runs here, and are asked by it. */
    static boolean reportToDashboard(Environment environment) {
        Middleware dashboard = environment.middleware().get(MiddlewareKind.SENTINEL_DASHBOARD);
        return dashboard != null && dashboard.outside() == null;
    }
}
