package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** The class of claims that name none: exactly one should be it. */
public record DefaultClassCheck(List<StorageClass> classes) implements Check {
    private static final String NAME = "default storage class";
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    @Override
    public List<Finding> look() {
        List<String> defaults = classes.stream()
                .filter(found -> found.getMetadata().getAnnotations() != null
                        && "true".equals(found.getMetadata().getAnnotations().get(DEFAULT)))
                .map(found -> found.getMetadata().getName())
                .toList();
        return switch (defaults.size()) {
            case 0 ->
                List.of(Finding.warning(NAME, "there is none", "name one: cluster.storageClass in platform.yaml"));
            case 1 -> List.of(Finding.ok(NAME, defaults.get(0)));
            default ->
                List.of(Finding.warning(
                        NAME,
                        "there are " + defaults.size() + ": " + String.join(", ", defaults),
                        "take the annotation " + DEFAULT + " off all but one"));
        };
    }
}
