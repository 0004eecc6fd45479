package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the components of a description may ask of its cluster. */
final class ClusterRules {
    private static final String CLUSTER = "cluster";
    private static final String SERVICES = "services";

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    ClusterRules(Outline outline) {
        this.outline = outline;
    }

    List<Problem> faults() {
        for (Word service : outline.keys(SERVICES)) {
            outline.words(SERVICES, service.text(), "volume", "name").forEach(name -> volume(service, name));
            outline.keys(SERVICES, service.text(), "expose").stream()
                    .filter(key -> key.text().equals("rate") && byGateway())
                    .forEach(rate -> faults.add(rate.problem(service.text()
                            + " has a 'rate', which routes of the Gateway API do not know, allowed: 'routing: ingress', or"
                            + " the flow rules of the entry (deploy/config/server-gateway-flow.json)")));
        }
        for (String section : List.of("addons", "middleware", SERVICES)) {
            for (Word component : outline.keys(section)) {
                outline.words(section, component.text(), "placement", "near").forEach(near -> near(component, near));
            }
        }
        return faults;
    }

    private boolean byGateway() {
        return outline.words(CLUSTER, "routing").stream()
                .anyMatch(word -> word.text().equals(Routing.GATEWAY_API.toString()));
    }

    private void volume(Word service, Word name) {
        List<String> volumes = texts(CLUSTER, "volumes");
        if (!volumes.contains(name.text())) {
            faults.add(name.problem(service.text() + " uses the volume '" + name.text()
                    + "', which is none of cluster.volumes, allowed: "
                    + (volumes.isEmpty() ? "to leave it out" : String.join(", ", volumes))
                    + Nearest.to(name.text(), volumes)));
        }
    }

    private void near(Word component, Word near) {
        List<String> all = Stream.of("addons", "middleware", SERVICES)
                .flatMap(section -> texts(section).stream())
                .toList();
        if (!all.contains(near.text())) {
            faults.add(near.problem(component.text() + " is to run near '" + near.text() + "', which is not described"
                    + Nearest.to(near.text(), all)));
        }
    }

    private List<String> texts(String... path) {
        return outline.keys(path).stream().map(Word::text).toList();
    }
}
