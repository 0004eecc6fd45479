package dev.slipway.platform.manifest;

import dev.slipway.platform.secrets.RegistryLogin;
import dev.slipway.platform.spec.HandMadeSecret;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that one environment needs on its cluster.
 *
 * @param environment its name, which also names its inventory and its lease
 * @param namespace where its services run, and where inventory and lease are kept
 * @param manifests in a stable order: the same description gives the same bytes
 * @param secrets whose values are generated
 * @param brought that somebody else may make
 */
public record Manifests(
        String environment,
        String namespace,
        List<Manifest> manifests,
        List<GeneratedSecret> secrets,
        List<BroughtSecret> brought) {
    public Manifests {
        manifests = List.copyOf(manifests);
        secrets = List.copyOf(secrets);
        brought = List.copyOf(brought);
    }

    /** Without a Secret that somebody may bring. */
    public Manifests(String environment, String namespace, List<Manifest> manifests, List<GeneratedSecret> secrets) {
        this(environment, namespace, manifests, secrets, List.of());
    }

    /** All Secrets, wherever what is in them comes from. */
    public List<DescribedSecret> allSecrets() {
        return Stream.<DescribedSecret>concat(secrets.stream(), brought.stream())
                .toList();
    }

    /** The same, where nodes sign in at registries with this login if nobody has brought another. */
    public Manifests with(RegistryLogin login) {
        return new Manifests(
                environment,
                namespace,
                manifests,
                secrets,
                brought.stream()
                        .map(secret -> secret.form() == HandMadeSecret.Form.PULL
                                ? secret.madeBy(new BroughtSecret.Login(login))
                                : secret)
                        .toList());
    }

    public List<HasMetadata> objects() {
        return manifests.stream().map(Manifest::object).toList();
    }
}
