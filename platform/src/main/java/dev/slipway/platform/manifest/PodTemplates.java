package dev.slipway.platform.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pods that run for as long as their object is there. */
public final class PodTemplates {
    private PodTemplates() {}

    /** Empty for what has no pods, or pods that end by themselves. */
    public static Optional<PodTemplateSpec> of(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        } else if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate());
        } else if (object instanceof DaemonSet set) {
            return Optional.of(set.getSpec().getTemplate());
        }
        return Optional.empty();
    }

    /** The names of the Secrets that such pods mount. */
    public static Set<String> secretsOf(HasMetadata object) {
        var names = new TreeSet<String>();
        of(object).stream()
                .flatMap(template -> template.getSpec().getVolumes().stream())
                .flatMap(PodTemplates::secrets)
                .forEach(names::add);
        return names;
    }

    private static Stream<String> secrets(Volume volume) {
        if (volume.getSecret() != null) {
            return Stream.of(volume.getSecret().getSecretName());
        }
        return volume.getProjected() == null
                ? Stream.empty()
                : volume.getProjected().getSources().stream()
                        .filter(source -> source.getSecret() != null)
                        .map(source -> source.getSecret().getName());
    }
}
