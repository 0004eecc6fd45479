package dev.slipway.platform.config;

import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.yaml.Document;
import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Problem;
import dev.slipway.platform.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What documents may say, decided before they reach a service.
 *
 * @param services what each service says of itself, by its name
 */
record ConfigRules(Map<String, ServiceSettings> services, KnownKeys keys, KnownResources resources) {
    private static final String SHARED = "shared";
    private static final List<String> TOP = List.of("slipway", "spring", "server", "management", "logging");

    static ConfigRules of(Path home, Environment environment) {
        var services = new LinkedHashMap<String, ServiceSettings>();
        environment
                .services()
                .forEach((name, service) ->
                        services.put(name, ServiceSettings.read(home.resolve(service.moduleOf(name)))));
        return new ConfigRules(services, KnownKeys.read(home), KnownResources.read(home));
    }

    List<Problem> check(Map<String, ConfigEntry> entries) {
        var problems = new ArrayList<Problem>();
        entries.values().forEach(entry -> problems.addAll(check(entry, entries)));
        return problems;
    }

    private List<Problem> check(ConfigEntry entry, Map<String, ConfigEntry> all) {
        String file = ConfigFiles.DIRECTORY + "/" + entry.dataId();
        for (Map.Entry<String, ServiceSettings> service : services.entrySet()) {
            if (entry.dataId().equals(service.getKey() + ".yaml")) {
                return settings(file, entry.text(), keys.of(service.getKey()));
            }
            for (RuleKind kind : RuleKind.values()) {
                if (service.getValue()
                        .rules(kind)
                        .filter(entry.dataId()::equals)
                        .isPresent()) {
                    return rules(kind, file, entry.text(), service.getKey(), all);
                }
            }
        }
        if (entry.dataId().equals(SHARED + ".yaml")) {
            return settings(file, entry.text(), keys.ofAll());
        }
        return List.of(new Problem(file, 1, 1, unknown("document", entry.dataId(), documents())));
    }

    /** The names of all documents that one of the services reads. */
    Set<String> documents() {
        var names = new TreeSet<String>();
        names.add(SHARED + ".yaml");
        services.forEach((name, settings) -> {
            names.add(name + ".yaml");
            for (RuleKind kind : RuleKind.values()) {
                settings.rules(kind).ifPresent(names::add);
            }
        });
        return names;
    }

    private static List<Problem> settings(String file, String text, Map<String, String> known) {
        Document<Map<String, Object>> document = Yaml.parseMap(file, text, Object.class);
        var problems = new ArrayList<>(document.problems());
        new SettingsCheck(document.outline(), known, TOP, problems).run();
        return problems;
    }

    private List<Problem> rules(RuleKind kind, String file, String text, String name, Map<String, ConfigEntry> all) {
        ServiceSettings service = Objects.requireNonNull(services.get(name));
        List<String> routes = service.routes();
        List<String> groups = groups(service, all);
        return switch (kind) {
            case GATEWAY_API_GROUPS ->
                Yaml.parseList(file, text, ApiGroup.class).problems();
            case GATEWAY_FLOW ->
                resources(Yaml.parseList(file, text, GatewayFlowRule.class), (index, rule) -> {
                    boolean route = rule.resourceMode() == GatewayFlowRule.ROUTE;
                    List<String> allowed = route ? routes : groups;
                    return allowed.contains(rule.resource())
                            ? ""
                            : unknown(route ? "route" : "API group", rule.resource(), allowed);
                });
            case FLOW ->
                resources(
                        Yaml.parseList(file, text, FlowRule.class),
                        (index, rule) -> resource(rule.resource(), own(name, routes, groups)));
            case DEGRADE ->
                resources(
                        Yaml.parseList(file, text, DegradeRule.class),
                        (index, rule) -> resource(rule.resource(), own(name, routes, groups)));
        };
    }

    /** At a gateway a resource is a route or a group; in a service it is one of its calls. */
    private List<String> own(String service, List<String> routes, List<String> groups) {
        return routes.isEmpty()
                ? resources.of(service)
                : Stream.concat(routes.stream(), groups.stream()).toList();
    }

    private static String resource(String written, List<String> allowed) {
        return allowed.contains(written) ? "" : unknown("resource", written, allowed);
    }

    private static List<String> groups(ServiceSettings service, Map<String, ConfigEntry> all) {
        ConfigEntry entry =
                service.rules(RuleKind.GATEWAY_API_GROUPS).map(all::get).orElse(null);
        if (entry == null) {
            return List.of();
        }
        List<ApiGroup> groups =
                Yaml.parseList(entry.dataId(), entry.text(), ApiGroup.class).value();
        return groups == null
                ? List.of()
                : groups.stream()
                        .filter(Objects::nonNull)
                        .map(ApiGroup::apiName)
                        .toList();
    }

    private static <R> List<Problem> resources(Document<List<R>> rules, BiFunction<Integer, R, String> fault) {
        var problems = new ArrayList<>(rules.problems());
        List<R> bound = rules.value();
        if (bound != null && problems.isEmpty()) {
            Outline outline = rules.outline();
            for (int index = 0; index < bound.size(); index++) {
                String what = fault.apply(index, bound.get(index));
                if (!what.isEmpty()) {
                    problems.add(outline.problem(what, Integer.toString(index), "resource"));
                }
            }
        }
        return problems;
    }

    static String unknown(String what, String written, Collection<String> allowed) {
        return "unknown " + what + " '" + written + "', allowed: " + String.join(", ", allowed)
                + Suggestions.nearest(written, allowed)
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
    }
}
