package dev.slipway.platform.render;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.PodTemplates;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.middleware.RotationJobs;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretRotation;
import dev.slipway.platform.spec.Environment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds for every generated value where it is checked and who has it, and so what a rotation of it takes. */
public final class SecretRotations {
    private final Manifests manifests;
    private final List<Rotation> possible = new ArrayList<>();
    private final TreeMap<String, String> impossible = new TreeMap<>();

    private SecretRotations(Manifests manifests) {
        this.manifests = manifests;
    }

    /** @param manifests of that environment, rendered with these variables */
    public static Rotations of(Environment environment, Variables variables, Manifests manifests) {
        var found = new SecretRotations(manifests);
        var names = new TreeMap<String, SecretName>();
        manifests.secrets().forEach(secret -> secret.keys().values().forEach(name -> names.put(name.name(), name)));
        names.values().forEach(found::add);
        var context = new Context(environment, variables, new Contents(new TreeMap<>()));
        return new Rotations(found.possible, found.impossible, new RotationJobs(context));
    }

    private void add(SecretName secret) {
        SecretRotation way = SecretRotation.of(secret);
        if (way instanceof SecretRotation.Impossible not) {
            impossible.put(secret.name(), not.why());
        } else if (way instanceof SecretRotation.ReadAtStart start) {
            possible.add(rotation(secret, "", holders(secret), start.effect()));
        } else if (way instanceof SecretRotation.Told told) {
            String server = told.server().toString();
            possible.add(rotation(
                    secret,
                    server,
                    holders(secret)
                            .filter(manifest -> !manifest.component().equals(server)
                                    || told.members()
                                            .contains(manifest.object()
                                                    .getMetadata()
                                                    .getName())),
                    told.effect()));
        }
    }

    private Rotation rotation(SecretName secret, String server, Stream<Manifest> workloads, String effect) {
        GeneratedSecret home = secrets(secret)
                .min(Comparator.comparing(
                                (GeneratedSecret holder) -> !holder.component().equals(server))
                        .thenComparing(GeneratedSecret::name))
                .orElseThrow();
        return new Rotation(secret, home, key(home, secret), server, workloads.toList(), effect);
    }

    private static String key(GeneratedSecret holder, SecretName secret) {
        return holder.keys().entrySet().stream()
                .filter(entry -> entry.getValue().equals(secret))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Stream<GeneratedSecret> secrets(SecretName secret) {
        return manifests.secrets().stream().filter(holder -> holder.keys().containsValue(secret));
    }

    private Stream<Manifest> holders(SecretName secret) {
        Predicate<String> has =
                name -> secrets(secret).anyMatch(holder -> holder.name().equals(name));
        return manifests.manifests().stream().filter(manifest -> PodTemplates.secretsOf(manifest.object()).stream()
                .anyMatch(has));
    }
}
