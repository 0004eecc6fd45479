package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a description has to say, and may not say, because it is the one of a cluster or the local one. It is one of a
 * cluster when it has the section {@code cluster}.
 */
final class PlaceRules {
    private static final String CLUSTER = "cluster";
    private static final Set<String> OF_A_CLUSTER = Set.of("namespace", "addons", "patches", "waivers");
    private static final Set<String> OF_LOCAL_MIDDLEWARE = Set.of("port", "ports", "needs", "memory");
    private static final Set<String> OF_LOCAL_SERVICES = Set.of(
            "module", "port", "entry", "needs", "schema", "secrets", "partner", "memory", "environment", "calls");

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    PlaceRules(Outline outline) {
        this.outline = outline;
    }

    static boolean onCluster(Outline outline) {
        return outline.keys().stream().anyMatch(key -> key.text().equals(CLUSTER));
    }

    List<Problem> faults() {
        if (onCluster(outline)) {
            onACluster();
        } else {
            onOneMachine();
        }
        return faults;
    }

    private void onACluster() {
        if (!written("namespace")) {
            faults.add(outline.problem("missing key 'namespace', which an environment with a 'cluster' has"));
        }
        faults.addAll(new ServerRules(outline).faults());
        faults.addAll(new ClusterRules(outline).faults());
        faults.addAll(new SharedRules(outline).faults());
        faults.addAll(new HandMadeRules(outline).faults());
        boolean production = outline.words(CLUSTER, "production").stream()
                .anyMatch(word -> word.text().equals("true"));
        for (Word service : outline.keys("services")) {
            exposure(service, production);
            number(service);
        }
    }

    private void exposure(Word service, boolean production) {
        List<String> exposed = texts("services", service.text(), "expose");
        if (production && !exposed.isEmpty() && !exposed.contains("tls")) {
            faults.add(outline.problem(
                    service.text() + " is exposed without 'tls', allowed in production: with it",
                    "services",
                    service.text(),
                    "expose"));
        }
    }

    private void number(Word service) {
        List<String> keys = texts("services", service.text());
        if (keys.contains("autoscale") && keys.contains("replicas")) {
            faults.add(outline.problem(
                    service.text() + " has 'replicas' and 'autoscale', allowed: one of them",
                    "services",
                    service.text(),
                    "replicas"));
        }
    }

    private void onOneMachine() {
        refuse(outline.keys(), key -> OF_A_CLUSTER.contains(key.text()));
        for (String section : List.of("middleware", "services")) {
            Set<String> allowed = section.equals("services") ? OF_LOCAL_SERVICES : OF_LOCAL_MIDDLEWARE;
            for (Word component : outline.keys(section)) {
                List<Word> keys = outline.keys(section, component.text());
                refuse(
                        keys,
                        key -> !allowed.contains(key.text()) && known(section).contains(key.text()));
                port(section, component);
            }
        }
        outline.keys("middleware").stream()
                .filter(name -> MiddlewareKind.named(name.text())
                        .filter(kind -> kind == MiddlewareKind.SENTINEL_DASHBOARD)
                        .isPresent())
                .forEach(name -> faults.add(name.problem("'" + name.text() + "' runs on a cluster only")));
    }

    private void port(String section, Word component) {
        boolean known = section.equals("services") || named(component).isPresent();
        if (known && !texts(section, component.text()).contains("port")) {
            faults.add(outline.problem(
                    section + "." + component.text() + ": missing key 'port'", section, component.text()));
        }
    }

    private static Optional<MiddlewareKind> named(Word component) {
        return MiddlewareKind.named(component.text());
    }

    private void refuse(List<Word> keys, Predicate<Word> foreign) {
        keys.stream()
                .filter(foreign)
                .forEach(key ->
                        faults.add(key.problem("'" + key.text() + "' is for an environment with a 'cluster' only")));
    }

    private static List<String> known(String section) {
        Class<?> type = section.equals("services") ? Service.class : Middleware.class;
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private boolean written(String key) {
        return texts().contains(key);
    }

    private List<String> texts(String... path) {
        return outline.keys(path).stream().map(Word::text).toList();
    }
}
