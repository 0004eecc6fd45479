package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one service of a cluster has alone, as two would get in each other's way: ports of nodes, addresses, volumes. */
final class SharedRules {
    private static final String SERVICES = "services";
    private static final String VOLUME = "volume";

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    SharedRules(Outline outline) {
        this.outline = outline;
    }

    List<Problem> faults() {
        var nodePorts = new HashMap<String, String>();
        var addresses = new HashMap<String, String>();
        var volumes = new HashMap<String, String>();
        for (Word service : outline.keys(SERVICES)) {
            String name = service.text();
            word(name, "nodePort")
                    .ifPresent(port -> claim(
                            nodePorts,
                            port,
                            port.text(),
                            name,
                            "nodePort " + port.text() + " of " + name + " is taken by "));
            word(name, "expose", "host").ifPresent(host -> {
                String address = host.text()
                        + word(name, "expose", "path").map(Word::text).orElse("/");
                claim(addresses, host, address, name, address + " leads already to ");
            });
            word(name, VOLUME, "name").ifPresent(volume -> handMade(volumes, name, volume));
            word(name, VOLUME, "shared").filter(SharedRules::no).ifPresent(shared -> alone(name, shared));
            commands(name);
        }
        return faults;
    }

    private void claim(Map<String, String> owners, Word written, String what, String owner, String fault) {
        String earlier = owners.putIfAbsent(what, owner);
        if (earlier != null) {
            faults.add(written.problem(fault + earlier + ", allowed: another one"));
        }
    }

    private void handMade(Map<String, String> owners, String service, Word volume) {
        String name = volume.text();
        claim(owners, volume, name, service, "the volume '" + name + "' is taken by ");
        word(service, VOLUME, "shared")
                .filter(SharedRules::no)
                .ifPresent(shared -> faults.add(shared.problem(
                        "the volume '" + name + "' is one for several pods, allowed: to leave 'shared' out")));
        var offered = outline.words("cluster", "volumes", name, "size").stream().findFirst();
        word(service, VOLUME, "size").ifPresent(size -> offered.filter(offer -> bytes(size) > bytes(offer))
                .ifPresent(offer -> faults.add(size.problem(service + " asks for " + size.text() + " of the volume '"
                        + name + "', which offers " + offer.text() + ", allowed: as much, or less"))));
    }

    /** A pod that comes waits for a volume of the one that goes, which goes when the other one is ready. */
    private void alone(String service, Word shared) {
        boolean several = word(service, "autoscale", "max").isPresent()
                || word(service, "replicas")
                        .filter(number -> !number.text().equals("1"))
                        .isPresent();
        boolean recreated = word(service, "rollout", "strategy")
                .filter(strategy -> strategy.text().equals("recreate"))
                .isPresent();
        if (several || !recreated) {
            faults.add(shared.problem(
                    service + " has more than one pod at times, allowed: 'rollout: { strategy: recreate }'"
                            + " and one pod, or 'shared: true'"));
        }
    }

    private void commands(String service) {
        List.of("port", "grpcPort").forEach(key -> word(service, key)
                .filter(port -> port.text().equals(Integer.toString(Service.COMMANDS)))
                .ifPresent(port -> faults.add(port.problem("port " + port.text() + " of " + service
                        + " is where Sentinel takes its commands, allowed: another one"))));
    }

    private Optional<Word> word(String service, String... path) {
        var whole = new ArrayList<>(List.of(SERVICES, service));
        whole.addAll(List.of(path));
        return outline.words(whole.toArray(String[]::new)).stream().findFirst();
    }

    private static boolean no(Word word) {
        return word.text().equals("false");
    }

    /** What has not its form is reported where it is bound. */
    private static long bytes(Word size) {
        try {
            return Memory.parse(size.text()).bytes();
        } catch (IllegalArgumentException otherForm) {
            return 0;
        }
    }
}
