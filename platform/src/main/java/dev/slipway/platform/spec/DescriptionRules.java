package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules between the parts of a description. They read the outline, not the bound records, so that they hold in parts
 * next to a fault too.
 */
final class DescriptionRules {
    private static final List<String> SECTIONS = List.of("middleware", "services");
    private static final int NO_PORT = Integer.MIN_VALUE;
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_.-]*";

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    /** Every component by name: the section that it is in. */
    private final Map<String, String> sections = new LinkedHashMap<>();

    DescriptionRules(Outline outline) {
        this.outline = outline;
    }

    private boolean onCluster() {
        return PlaceRules.onCluster(outline);
    }

    List<Problem> faults() {
        faults.addAll(new PlaceRules(outline).faults());
        faults.addAll(new AddonRules(outline).faults());
        names();
        variables();
        references();
        cycles();
        ports();
        schemas();
        entry();
        return faults;
    }

    private void names() {
        for (String section : SECTIONS) {
            for (Word name : outline.keys(section)) {
                String earlier = sections.putIfAbsent(name.text(), section);
                if (earlier != null && !earlier.equals(section)) {
                    faults.add(name.problem("the name '" + name.text() + "' is taken in " + earlier));
                }
                if (section.equals("services") && !name.text().matches(Names.NAME)) {
                    faults.add(name.problem("'" + name.text()
                            + "' is no name, allowed: lower-case letters, digits and dashes, at most 63"));
                }
            }
        }
    }

    private void variables() {
        for (Word service : outline.keys("services")) {
            outline.keys("services", service.text(), "environment").stream()
                    .filter(name -> !name.text().matches(VARIABLE))
                    .forEach(name -> faults.add(name.problem("'" + name.text()
                            + "' is no name of a variable, allowed: letters, digits, underscores, dashes and dots")));
        }
    }

    private List<Word> calls(String component) {
        return outline.words(sections.getOrDefault(component, ""), component, "calls");
    }

    private List<Word> needs(String component) {
        return outline.words(sections.getOrDefault(component, ""), component, "needs");
    }

    private void references() {
        for (String component : sections.keySet()) {
            calls(component).stream()
                    .filter(call -> !"services".equals(sections.get(call.text())))
                    .forEach(call -> faults.add(call.problem(component + " calls '" + call.text()
                            + "', which is no service of this description"
                            + Nearest.to(call.text(), sections.keySet()))));
            var seen = new HashSet<String>();
            for (Word need : needs(component)) {
                if (!sections.containsKey(need.text())) {
                    faults.add(need.problem(component + " needs '" + need.text()
                            + "', which is not described, allowed: " + String.join(", ", sections.keySet())
                            + Nearest.to(need.text(), sections.keySet())));
                } else if (!seen.add(need.text())) {
                    faults.add(need.problem(component + " needs '" + need.text() + "' twice"));
                }
            }
        }
    }

    private void cycles() {
        var done = new HashSet<String>();
        for (String component : sections.keySet()) {
            walk(component, new ArrayDeque<>(), done);
        }
    }

    private void walk(String component, Deque<String> path, Set<String> done) {
        if (done.contains(component)) {
            return;
        }
        path.addLast(component);
        for (Word need : needs(component)) {
            if (path.contains(need.text())) {
                var cycle = new ArrayList<>(path);
                List<String> loop = cycle.subList(cycle.indexOf(need.text()), cycle.size());
                faults.add(need.problem("needs go round in a circle: " + String.join(" → ", loop) + " → " + need.text()
                        + ", allowed: needs without a circle"));
            } else {
                walk(need.text(), path, done);
            }
        }
        path.removeLast();
        done.add(component);
    }

    private void ports() {
        var owners = new HashMap<Integer, String>();
        sections.forEach((component, section) -> {
            for (Word port : outline.words(section, component, "port")) {
                claim(owners, port, number(port), component);
                derived(component)
                        .forEach((name, number) -> claim(owners, port, number, component + " (" + name + ")"));
            }
            for (Word name : outline.keys(section, component, "ports")) {
                portName(component, name);
                for (Word port : outline.words(section, component, "ports", name.text())) {
                    claim(owners, port, number(port), component + " (" + name.text() + ")");
                }
            }
        });
    }

    private Map<String, Integer> derived(String component) {
        return MiddlewareKind.named(component)
                .flatMap(kind -> outline.words("middleware", component, "port").stream()
                        .filter(port -> number(port) > 0)
                        .findFirst()
                        .map(port -> kind.derivedPorts(number(port))))
                .orElse(Map.of());
    }

    private void portName(String component, Word name) {
        MiddlewareKind.named(component)
                .map(MiddlewareKind::namedPorts)
                .filter(allowed -> !allowed.contains(name.text()))
                .ifPresent(allowed -> faults.add(name.problem(component + " has no port '" + name.text()
                        + "', allowed: " + (allowed.isEmpty() ? "none" : String.join(", ", allowed)))));
    }

    /** On a cluster every pod has an address of its own, and with it all ports. */
    private void claim(Map<Integer, String> owners, Word written, int port, String owner) {
        if (port == NO_PORT) {
            return; // its form is reported where it is bound
        }
        if (port < 1 || port > 65535) {
            faults.add(written.problem("port " + port + " of " + owner + " is out of range, allowed: 1 to 65535"));
            return;
        }
        String earlier = onCluster() ? null : owners.putIfAbsent(port, owner);
        if (earlier != null) {
            faults.add(written.problem("port " + port + " of " + owner + " is taken by " + earlier
                    + ", allowed: a port that nothing else in this description uses"));
        }
    }

    private static int number(Word port) {
        return port.text().matches("\\d{1,9}") ? Integer.parseInt(port.text()) : NO_PORT;
    }

    private void schemas() {
        var owners = new HashMap<String, String>();
        for (Word service : outline.keys("services")) {
            List<Word> schemas = outline.words("services", service.text(), "schema");
            boolean usesDatabase =
                    needs(service.text()).stream().anyMatch(need -> need.text().equals("mysql"));
            if (usesDatabase && schemas.isEmpty()) {
                faults.add(
                        service.problem(service.text() + " needs mysql and has no 'schema', allowed: the name of one"));
            }
            if (schemas.isEmpty()) {
                outline.words("services", service.text(), "connections").stream()
                        .map(number -> number.problem(
                                service.text() + " has 'connections' and no 'schema', allowed: with one"))
                        .forEach(faults::add);
            }
            for (Word schema : schemas) {
                if (!usesDatabase) {
                    faults.add(schema.problem(service.text() + " has a schema and does not need mysql"));
                }
                String earlier = owners.putIfAbsent(schema.text(), service.text());
                if (earlier != null) {
                    faults.add(schema.problem("schema '" + schema.text() + "' belongs to " + earlier
                            + ", allowed: one service a schema"));
                }
            }
        }
    }

    private void entry() {
        List<Word> entries = outline.keys("services").stream()
                .filter(service -> outline.words("services", service.text(), "entry").stream()
                        .anyMatch(entry -> entry.text().equals("true")))
                .toList();
        if (entries.isEmpty() && !outline.keys("services").isEmpty()) {
            faults.add(outline.problem("no service has 'entry: true', allowed: exactly one", "services"));
        }
        for (Word second : entries.stream().skip(1).toList()) {
            faults.add(second.problem("'" + second.text() + "' is a second entry beside '"
                    + entries.get(0).text() + "', allowed: exactly one"));
        }
    }
}
