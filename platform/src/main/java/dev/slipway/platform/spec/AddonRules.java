package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an add-on has to say, and what would say nothing for its kind. */
final class AddonRules {
    private static final String ADDONS = "addons";

    /** The keys that some kinds have and others do not. */
    private static final Set<String> SPECIAL = Stream.of(AddonKind.values())
            .flatMap(kind -> kind.ownKeys().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    AddonRules(Outline outline) {
        this.outline = outline;
    }

    List<Problem> faults() {
        for (Word addon : outline.keys(ADDONS)) {
            AddonKind.named(addon.text()).ifPresent(kind -> keys(addon, kind));
        }
        oneProvisioner();
        namespaces();
        return faults;
    }

    private void keys(Word addon, AddonKind kind) {
        List<Word> written = outline.keys(ADDONS, addon.text());
        written.stream()
                .filter(key -> SPECIAL.contains(key.text()) && !kind.ownKeys().contains(key.text()))
                .forEach(key -> faults.add(key.problem("'" + key.text() + "' says nothing for " + kind + ", which has "
                        + String.join(", ", new TreeSet<>(kind.ownKeys())))));
        if (kind.provisions()) {
            Stream.of("server", "path")
                    .filter(key ->
                            written.stream().noneMatch(word -> word.text().equals(key)))
                    .forEach(key -> faults.add(addon.problem(kind + ": missing key '" + key + "'")));
        }
    }

    /** What a namespace may do, and who may reach its pods, is said once for each. */
    private void namespaces() {
        var owners = new HashMap<String, String>();
        outline.words("namespace", "name").forEach(name -> owners.put(name.text(), "the environment"));
        for (Word addon : outline.keys(ADDONS)) {
            AddonKind.named(addon.text()).ifPresent(kind -> {
                Word name = outline.words(ADDONS, addon.text(), "namespace").stream()
                        .findFirst()
                        .orElse(new Word(kind.usualNamespace(), outline, addon.node()));
                String earlier = owners.putIfAbsent(name.text(), kind.toString());
                if (earlier != null) {
                    faults.add(name.problem("the namespace '" + name.text() + "' is that of " + earlier
                            + ", allowed: another 'namespace'"));
                }
            });
        }
    }

    private void oneProvisioner() {
        outline.keys(ADDONS).stream()
                .filter(addon -> AddonKind.named(addon.text())
                        .filter(AddonKind::provisions)
                        .isPresent())
                .skip(1)
                .forEach(second -> faults.add(second.problem("'" + second.text()
                        + "' is a second maker of the storage class, allowed: one of nfs-provisioner and nfs-csi")));
    }
}
