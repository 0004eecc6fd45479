package dev.slipway.platform.lint;

import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Set;
import java.util.stream.Collectors;

/** The images of all pods of an environment. */
public final class PulledImages {
    private PulledImages() {}

    public static Set<String> of(Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(object -> new Subject(object).containers())
                .map(Container::getImage)
                .collect(Collectors.toSet());
    }
}
