package dev.slipway.platform.render;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.spec.HandMadeSecret.Form;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Secret that images are pulled with, in every namespace where a pod names it: add-ons have their own. */
final class PullSecrets {
    private PullSecrets() {}

    static Stream<BroughtSecret> of(@Nullable String name, String home, List<Manifest> manifests) {
        var components = new TreeMap<String, String>();
        for (Manifest manifest : manifests) {
            var subject = new Subject(manifest.object());
            boolean pulls = subject.template().stream()
                    .flatMap(template -> template.getSpec().getImagePullSecrets().stream())
                    .anyMatch(secret -> secret.getName().equals(name));
            if (pulls) {
                components.putIfAbsent(subject.namespace(), manifest.component());
            }
        }
        components.replace(home, Manifest.FOUNDATION);
        return components.entrySet().stream()
                .map(space -> new BroughtSecret(
                        space.getKey(), String.valueOf(name), space.getValue(), Form.PULL, new BroughtSecret.ByHand()));
    }
}
