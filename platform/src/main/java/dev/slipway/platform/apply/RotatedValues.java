package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.PodTemplates;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of a rotation, in the Secrets of the cluster and nowhere else: what is there says how far it has come. */
final class RotatedValues {
    /** On the Secret of whoever checks a value, with its key: the run that made it. */
    private static final String RUN = "slipway.dev/rotated-";

    private final Cluster cluster;
    private final Manifests manifests;
    private final SecureRandom random;
    private final EnvironmentLease lease;
    private final Consumer<ApplyEvent> events;

    RotatedValues(
            Cluster cluster,
            Manifests manifests,
            SecureRandom random,
            EnvironmentLease lease,
            Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.random = random;
        this.lease = lease;
        this.events = events;
    }

    /** How far a rotation has come. */
    enum Stage {
        NONE,
        /** There is a new value, which its server perhaps takes. */
        BEGUN,
        /** The server takes both, and the new one counts. */
        SWITCHED
    }

    Stage stage(Rotation rotation) throws InterruptedException {
        JsonNode data = data(rotation.home());
        return data.has(rotation.previous()) ? Stage.SWITCHED : data.has(rotation.next()) ? Stage.BEGUN : Stage.NONE;
    }

    /** The runs that have begun some of these and are not at their end. */
    Set<String> openRuns(Collection<Rotation> rotations) throws InterruptedException {
        var runs = new TreeSet<String>();
        for (Rotation rotation : rotations) {
            if (stage(rotation) != Stage.NONE) {
                runs.add(run(rotation));
            }
        }
        runs.remove("");
        return runs;
    }

    /** Which run has made the value that counts, or the next one; empty when none has. */
    String run(Rotation rotation) throws InterruptedException {
        return live(rotation.home())
                .at("/metadata/annotations")
                .path(RUN + rotation.key())
                .asText();
    }

    /** @throws UserError when somebody who is to have the value does not have it */
    void requireThere(Rotation rotation) throws InterruptedException {
        for (GeneratedSecret holder : manifests.secrets()) {
            for (var entry : holder.keys().entrySet()) {
                if (entry.getValue().equals(rotation.secret()) && !data(holder).has(entry.getKey())) {
                    throw new UserError(
                            GeneratedSecrets.id(holder) + " has no key " + entry.getKey(),
                            "'slipway apply -e " + manifests.environment() + "' makes it; -n names another namespace",
                            ExitCode.FAILED);
                }
            }
        }
    }

    /** Makes new values beside those that count; they belong to the run that is gone on with, if there is one. */
    void begin(Collection<Rotation> rotations) throws InterruptedException {
        String run = openRuns(rotations).stream().findFirst().orElseGet(() -> Long.toHexString(random.nextLong()));
        change(rotations, (rotation, data, changes) -> {
            if (!data.has(rotation.next()) && !data.has(rotation.previous())) {
                byte[] value = rotation.secret().generate(random).getBytes(StandardCharsets.UTF_8);
                changes.data().put(rotation.next(), Base64.getEncoder().encodeToString(value));
                changes.annotations().put(RUN + rotation.key(), run);
            }
        });
    }

    /** Lets the new values count. */
    void switchOver(Collection<Rotation> rotations) throws InterruptedException {
        change(rotations, (rotation, data, changes) -> {
            if (data.has(rotation.next())) {
                changes.data().put(rotation.key(), data.path(rotation.next()).asText());
                changes.data()
                        .put(rotation.previous(), data.path(rotation.key()).asText());
                changes.data().put(rotation.next(), null);
            }
        });
    }

    /** Forgets the old values. */
    void finish(Collection<Rotation> rotations) throws InterruptedException {
        change(rotations, (rotation, data, changes) -> {
            if (data.has(rotation.previous())) {
                changes.data().put(rotation.previous(), null);
            }
        });
    }

    /** What a Secret gets at once; null takes a key out. */
    private record Changes(Map<String, @Nullable String> data, Map<String, String> annotations) {
        Changes() {
            this(new TreeMap<>(), new TreeMap<>());
        }
    }

    /** What is done with one value of a Secret. */
    @FunctionalInterface
    private interface Edit {
        void of(Rotation rotation, JsonNode data, Changes changes);
    }

    /** All values of one Secret change at once. */
    private void change(Collection<Rotation> rotations, Edit edit) throws InterruptedException {
        Map<GeneratedSecret, List<Rotation>> byHome =
                rotations.stream().collect(Collectors.groupingBy(Rotation::home, HashMap::new, Collectors.toList()));
        for (GeneratedSecret home : manifests.secrets()) {
            var changes = new Changes();
            List<Rotation> here = byHome.getOrDefault(home, List.of());
            JsonNode data = here.isEmpty() ? MissingNode.getInstance() : data(home);
            here.forEach(rotation -> edit.of(rotation, data, changes));
            write(home, changes);
        }
    }

    private void write(GeneratedSecret secret, Changes changes) throws InterruptedException {
        if (!changes.data().isEmpty()) {
            ObjectId id = GeneratedSecrets.id(secret);
            lease.renew();
            var metadata = Map.of("annotations", changes.annotations());
            cluster.merge(id, Map.of("metadata", metadata, "data", changes.data()));
            events.accept(new ApplyEvent.Wrote(id, Action.UPDATE));
        }
    }

    /** Gives the values that count to everybody else who has them; who is still to be made gets them then. */
    void handOut(Collection<Rotation> rotations) throws InterruptedException {
        var values = new HashMap<String, String>();
        for (Rotation rotation : rotations) {
            values.put(
                    rotation.name(), data(rotation.home()).path(rotation.key()).asText());
        }
        for (GeneratedSecret secret : manifests.secrets()) {
            JsonNode data = data(secret);
            var changes = new Changes();
            secret.keys().forEach((key, name) -> {
                String value = values.get(name.name());
                if (value != null && data.has(key) && !data.path(key).asText().equals(value)) {
                    changes.data().put(key, value);
                }
            });
            write(secret, changes);
        }
    }

    /** Which state of its Secrets the pods of a workload are to have; not a digest, by which a value could be guessed. */
    String version(HasMetadata workload) throws InterruptedException {
        var versions = new TreeSet<String>();
        for (GeneratedSecret secret : manifests.secrets()) {
            if (PodTemplates.secretsOf(workload).contains(secret.name())) {
                versions.add(
                        live(secret).path("metadata").path("resourceVersion").asText());
            }
        }
        return String.join(",", versions);
    }

    /** Nothing when the Secret is not there. */
    private JsonNode data(GeneratedSecret secret) throws InterruptedException {
        return live(secret).path("data");
    }

    private JsonNode live(GeneratedSecret secret) throws InterruptedException {
        Optional<ObjectNode> live = cluster.get(GeneratedSecrets.id(secret));
        return live.isPresent() ? live.get() : MissingNode.getInstance();
    }
}
