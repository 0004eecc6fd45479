package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a server needs to be able to run on a cluster; one that somebody else runs is their matter. */
final class ServerRules {
    private static final String MIDDLEWARE = "middleware";
    private static final String REPLICAS = "replicas";
    private static final String MEMORY = "memory";
    private static final String CONNECTIONS = "connections";

    /** What a server listens on beside the port that is described. */
    private static final Map<MiddlewareKind, Set<Integer>> OWN_PORTS =
            Map.of(MiddlewareKind.REDIS, Set.of(26379), MiddlewareKind.RABBITMQ, Set.of(4369, 15692, 25672));

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    ServerRules(Outline outline) {
        this.outline = outline;
    }

    List<Problem> faults() {
        for (Word server : outline.keys(MIDDLEWARE)) {
            MiddlewareKind.named(server.text())
                    .filter(kind ->
                            outline.place(MIDDLEWARE, server.text(), "outside").isEmpty())
                    .ifPresent(this::server);
        }
        return faults;
    }

    private void server(MiddlewareKind kind) {
        int replicas = value(kind, REPLICAS, Integer::parseInt).orElse(1);
        if (kind.decidesByMajority() && replicas % 2 == 0) {
            fault(
                    kind,
                    REPLICAS,
                    "has " + replicas
                            + " replicas, which have no majority when one is away, allowed: 1, or an odd number from 3 on");
        }
        if (kind == MiddlewareKind.SENTINEL_DASHBOARD && replicas > 1) {
            fault(kind, REPLICAS, "has several replicas, of which each would know a part, allowed: 1");
        }
        if (kind == MiddlewareKind.NACOS && replicas > 1 && !needsMysql(kind)) {
            fault(
                    kind,
                    REPLICAS,
                    "has several replicas, which keep their data in MySQL, allowed: 'needs: [mysql]', or 1");
        }
        value(kind, "port", Integer::valueOf)
                .filter(port -> OWN_PORTS.getOrDefault(kind, Set.of()).contains(port))
                .ifPresent(port -> fault(kind, "port", "has port " + port + " for itself, allowed: another one"));
        if (kind != MiddlewareKind.MYSQL) {
            value(kind, CONNECTIONS, Integer::parseInt)
                    .ifPresent(number -> fault(kind, CONNECTIONS, "has no number of 'connections', allowed: in mysql"));
        }
        value(kind, MEMORY, Memory::parse)
                .filter(memory -> memory.bytes() < kind.leastMemory().bytes())
                .ifPresent(memory -> fault(
                        kind, MEMORY, "does not start in " + memory + ", allowed: " + kind.leastMemory() + " or more"));
    }

    private boolean needsMysql(MiddlewareKind kind) {
        return outline.words(MIDDLEWARE, kind.toString(), "needs").stream()
                .anyMatch(need -> need.text().equals(MiddlewareKind.MYSQL.toString()));
    }

    /** What has not its form is reported where it is bound. */
    private <T> Optional<T> value(MiddlewareKind kind, String key, Function<String, T> form) {
        return outline.words(MIDDLEWARE, kind.toString(), key).stream()
                .flatMap(word -> {
                    try {
                        return Optional.of(form.apply(word.text())).stream();
                    } catch (IllegalArgumentException otherForm) {
                        return Optional.<T>empty().stream();
                    }
                })
                .findFirst();
    }

    private void fault(MiddlewareKind kind, String key, String what) {
        faults.add(outline.problem(kind + " " + what, MIDDLEWARE, kind.toString(), key));
    }
}
