package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One kind of thing that an add-on brings, and that the cluster may have already.
 *
 * @param name of the check
 * @param there what the cluster has of it
 * @param described add-ons of the environment
 * @param bringing those that bring such a thing
 * @param missing what is said when there is none; empty when none is needed
 */
public record AddonCheck(
        String name,
        List<? extends HasMetadata> there,
        Set<AddonKind> described,
        Set<AddonKind> bringing,
        String missing)
        implements Check {
    private static final String MANAGER = "app.kubernetes.io/managed-by";

    @Override
    public List<Finding> look() {
        List<String> foreign = there.stream()
                .filter(object -> !ours(object))
                .map(object -> object.getMetadata().getName())
                .sorted()
                .toList();
        List<AddonKind> twice =
                bringing.stream().filter(described::contains).sorted().toList();
        if (!foreign.isEmpty() && !twice.isEmpty()) {
            return List.of(Finding.warning(
                    name,
                    String.join(", ", foreign) + " is there already, and not by us",
                    "leave " + twice.get(0) + " out of addons in platform.yaml, unless it is another one"));
        }
        if (there.isEmpty() && twice.isEmpty() && !missing.isEmpty()) {
            return List.of(Finding.warning(name, "none: " + missing, "install one, or add it to addons"));
        }
        return List.of(Finding.ok(name, text(foreign)));
    }

    private String text(List<String> foreign) {
        if (there.isEmpty()) {
            return "none";
        }
        return foreign.isEmpty() ? "ours" : String.join(", ", foreign) + ", not by us";
    }

    private static boolean ours(HasMetadata object) {
        var labels = Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.<String, String>of());
        return "slipway".equals(labels.get(MANAGER));
    }
}
