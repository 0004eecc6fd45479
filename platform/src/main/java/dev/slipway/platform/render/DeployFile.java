package dev.slipway.platform.render;

import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.TreeSet;

/** The committed file: all objects of an environment, for {@code envsubst} and {@code kubectl apply}. */
public final class DeployFile {
    private DeployFile() {}

    /** @param manifests rendered with {@link dev.slipway.platform.render.part.Variables#PLACEHOLDERS} */
    public static String text(Manifests manifests) {
        var text = new StringBuilder(head(manifests));
        for (Manifest manifest : manifests.manifests()) {
            text.append("---\n");
            new YamlText(text).document(Trees.of(manifest.object()));
        }
        return text.toString();
    }

    private static String head(Manifests manifests) {
        String environment = manifests.environment();
        var head = new StringBuilder()
                .append("# Generated from deploy/")
                .append(environment)
                .append("/platform.yaml; do not edit.\n")
                .append("#   ./slipway render -e ")
                .append(environment)
                .append("            writes it anew\n")
                .append("#   ./slipway apply -e ")
                .append(environment)
                .append("             brings a cluster to it\n")
                .append("# Without Slipway: set REGISTRY, NAMESPACE and TAG, make the Secrets below, then\n")
                .append("#   envsubst < deploy/")
                .append(environment)
                .append("/deploy.yaml")
                .append(" | kubectl apply --server-side -f -\n");
        if (manifests.objects().stream().anyMatch(Job.class::isInstance)) {
            head.append("# A Job cannot be changed; before another TAG\n")
                    .append("#   kubectl delete job -n ${NAMESPACE} -l app.kubernetes.io/name=configuration\n");
        }
        if (!manifests.secrets().isEmpty()) {
            head.append(
                    "# Secrets with generated values, and their keys; the same word is the same value everywhere:\n");
        }
        manifests
                .secrets()
                .forEach(secret -> head.append("#   ").append(line(secret)).append('\n'));
        if (!manifests.brought().isEmpty()) {
            head.append("# Secrets of other types:\n");
        }
        manifests
                .brought()
                .forEach(secret -> head.append("#   ").append(line(secret)).append('\n'));
        return head.toString();
    }

    private static String line(BroughtSecret secret) {
        return secret.namespace() + "/" + secret.name() + ": " + secret.form().type();
    }

    private static String line(GeneratedSecret secret) {
        var keys = new TreeSet<String>();
        secret.keys().forEach((key, name) -> keys.add(key.equals(name.name()) ? key : key + "=" + name.name()));
        return secret.namespace() + "/" + secret.name() + ": " + String.join(", ", keys);
    }
}
