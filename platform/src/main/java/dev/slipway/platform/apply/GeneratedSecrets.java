package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.manifest.DescribedSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SecretName;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values that are made once and live on the cluster alone. A key that is there is never changed; one that is missing gets
 * the value that another Secret has under the same name, or else a new one.
 */
final class GeneratedSecrets {
    private final Cluster cluster;
    private final Manifests manifests;
    private final SecureRandom random;
    private final Map<String, String> values = new HashMap<>();
    private final Map<ObjectId, Optional<ObjectNode>> seen = new ConcurrentHashMap<>();
    private boolean known;

    GeneratedSecrets(Cluster cluster, Manifests manifests, SecureRandom random) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.random = random;
    }

    static ObjectId id(DescribedSecret secret) {
        return new ObjectId("v1", "Secret", secret.namespace(), secret.name());
    }

    /** Which of its keys would be made. */
    Change look(GeneratedSecret secret, Optional<ObjectNode> live) {
        seen.put(id(secret), live);
        var made = new ArrayList<FieldChange>();
        if (live.isPresent() && !isMarked(live.get())) {
            made.add(new FieldChange("metadata.labels." + Ownership.ENVIRONMENT, "", manifests.environment()));
        }
        new TreeSet<>(live.map(found -> missing(secret, found))
                        .orElse(secret.keys())
                        .keySet())
                .forEach(key -> made.add(new FieldChange("data." + key, "", Differences.HIDDEN)));
        Action action = live.isEmpty() ? Action.CREATE : made.isEmpty() ? Action.UNCHANGED : Action.UPDATE;
        return new Change(id(secret), action, made);
    }

    /** One that somebody has made by hand is taken in: it is looked at and removed with all others. */
    private static boolean isMarked(ObjectNode live) {
        return !Ownership.environment(live).isEmpty();
    }

    /** Makes what is missing; Secrets that share a value are made one after the other. */
    synchronized void ensure(GeneratedSecret secret) throws InterruptedException {
        if (!known) {
            learn();
            known = true;
        }
        // What was not there when it was looked at is made; should it have come about since, the server says so.
        Optional<ObjectNode> live = lastSeen(secret).isEmpty() ? Optional.empty() : cluster.get(id(secret));
        if (live.isPresent()) {
            complete(secret, live.get());
            return;
        }
        try {
            create(secret);
        } catch (Refusal there) {
            if (!there.overtaken()) {
                throw there;
            }
            // By ourselves, and only the answer was lost; or by somebody else at this very moment.
            ObjectNode found = cluster.get(id(secret)).orElseThrow(() -> there);
            learn(secret, found);
            complete(secret, found);
        }
    }

    private void create(GeneratedSecret secret) throws InterruptedException {
        create(cluster, manifests, secret, "Opaque", encoded(secret.keys()));
    }

    /**
     * Makes a Secret of ours.
     *
     * @param data in Base64
     * @throws Refusal when it is there already
     */
    static void create(
            Cluster cluster, Manifests manifests, DescribedSecret secret, String type, Map<String, String> data)
            throws InterruptedException {
        var made = new SecretBuilder()
                .withNewMetadata()
                .withName(secret.name())
                .withNamespace(secret.namespace())
                .addToLabels("app.kubernetes.io/name", secret.component())
                .endMetadata()
                .withType(type)
                .withData(data)
                .build();
        cluster.create(Ownership.mark(cluster.tree(made), manifests));
    }

    private void complete(GeneratedSecret secret, ObjectNode live) throws InterruptedException {
        Map<String, SecretName> missing = missing(secret, live);
        if (!missing.isEmpty() || !isMarked(live)) {
            cluster.addData(id(secret), isMarked(live) ? Map.of() : Ownership.labels(manifests), encoded(missing));
        }
    }

    private Map<String, String> encoded(Map<String, SecretName> keys) {
        var data = new TreeMap<String, String>();
        keys.forEach((key, name) -> data.put(
                key,
                Base64.getEncoder()
                        .encodeToString(values.computeIfAbsent(name.name(), absent -> name.generate(random))
                                .getBytes(StandardCharsets.UTF_8))));
        return data;
    }

    private static Map<String, SecretName> missing(GeneratedSecret secret, ObjectNode live) {
        var missing = new TreeMap<>(secret.keys());
        missing.keySet().removeIf(key -> live.path("data").has(key));
        return missing;
    }

    private void learn() throws InterruptedException {
        for (GeneratedSecret secret : manifests.secrets()) {
            lastSeen(secret).ifPresent(found -> learn(secret, found));
        }
    }

    private Optional<ObjectNode> lastSeen(GeneratedSecret secret) throws InterruptedException {
        Optional<ObjectNode> live = seen.get(id(secret));
        return live == null ? cluster.get(id(secret)) : live;
    }

    private void learn(GeneratedSecret secret, ObjectNode live) {
        secret.keys().forEach((key, name) -> {
            String value = live.path("data").path(key).asText("");
            if (!value.isEmpty()) {
                agree(secret, name, value);
            }
        });
    }

    private void agree(GeneratedSecret secret, SecretName name, String encoded) {
        String value = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        String other = values.putIfAbsent(name.name(), value);
        if (other != null && !other.equals(value)) {
            throw new UserError(
                    id(secret) + " has another value for '" + name.name() + "' than the other Secrets",
                    "if a rotation was interrupted, 'slipway rotate' finishes it; else make them agree, in favour of the"
                            + " one that its server accepts",
                    ExitCode.REFUSED);
        }
    }
}
