package dev.slipway.platform.render.part;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.spec.HandMadeSecret;
import dev.slipway.platform.spec.MiddlewareKind;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The secrets of a component as the files of one volume. They are generated, but for the passwords of servers that somebody
 * else runs, and what a description names: those are in Secrets that are made by hand.
 *
 * @param files name of the file → which secret
 * @param handMade name of a Secret → its keys, each of which is a file of that name
 */
public record SecretFiles(
        Context context, String component, Map<String, SecretName> files, Map<String, Set<String>> handMade) {
    private static final int FOR_THE_GROUP = 0440;

    public SecretFiles(Context context, String component, Map<String, SecretName> files) {
        this(context, component, files, Map.of());
    }

    /** The generated Secret; none when all are made by hand. */
    public Stream<GeneratedSecret> generated() {
        var keys = new TreeMap<>(files);
        keys.values().removeIf(secret -> elsewhere(secret).isPresent());
        return keys.isEmpty() && !files.isEmpty() ? Stream.empty() : Stream.of(context.secret(component, keys));
    }

    public Volume volume(String name) {
        List<VolumeProjection> byHand = byHand();
        if (byHand.isEmpty()) {
            return new VolumeBuilder()
                    .withName(name)
                    .withNewSecret()
                    .withSecretName(Context.secretName(component))
                    .withDefaultMode(FOR_THE_GROUP)
                    .endSecret()
                    .build();
        }
        return new VolumeBuilder()
                .withName(name)
                .withNewProjected()
                .withDefaultMode(FOR_THE_GROUP)
                .withSources(Stream.concat(generated().map(SecretFiles::whole), byHand.stream())
                        .toList())
                .endProjected()
                .build();
    }

    private static VolumeProjection whole(GeneratedSecret secret) {
        return new VolumeProjectionBuilder()
                .withNewSecret()
                .withName(secret.name())
                .endSecret()
                .build();
    }

    private List<VolumeProjection> byHand() {
        Stream<VolumeProjection> passwords = Stream.of(MiddlewareKind.values())
                .filter(server -> !itemsOf(server).isEmpty())
                .map(server -> part(HandMadeSecret.ofServer(server), itemsOf(server)));
        Stream<VolumeProjection> others = new TreeMap<>(handMade)
                .entrySet().stream()
                        .map(secret -> part(
                                secret.getKey(),
                                secret.getValue().stream()
                                        .sorted()
                                        .map(key -> item(key, key))
                                        .toList()));
        return Stream.concat(passwords, others).toList();
    }

    private static VolumeProjection part(String secret, List<KeyToPath> items) {
        return new VolumeProjectionBuilder()
                .withNewSecret()
                .withName(secret)
                .withItems(items)
                .endSecret()
                .build();
    }

    private static KeyToPath item(String key, String path) {
        return new KeyToPathBuilder().withKey(key).withPath(path).build();
    }

    private List<KeyToPath> itemsOf(MiddlewareKind server) {
        return new TreeMap<>(files)
                .entrySet().stream()
                        .filter(file -> elsewhere(file.getValue())
                                .filter(server::equals)
                                .isPresent())
                        .map(file -> item(file.getValue().name(), file.getKey()))
                        .toList();
    }

    /** The server outside that knows its clients by this password. */
    private Optional<MiddlewareKind> elsewhere(SecretName secret) {
        return Stream.of(MiddlewareKind.values())
                .filter(MiddlewareKind::signsClientsIn)
                .filter(kind -> context.outside(kind.toString()).isPresent())
                .filter(kind -> HandMadeSecret.isPassword(kind, secret.name()))
                .findFirst();
    }
}
