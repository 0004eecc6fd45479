package dev.slipway.platform.diagnosis.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.diagnosis.object.Scene;
import dev.slipway.platform.diagnosis.object.SceneRules;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at all objects of an environment and says why those are not ready that are not. */
public final class Investigation {
    private static final int SHOWN = 10;
    private final Cluster cluster;
    private final Manifests manifests;
    private final Keys keys;
    private final Set<String> kinds;
    private final Map<String, Neighbourhood> neighbourhoods = new HashMap<>();

    public Investigation(Cluster cluster, Manifests manifests, Environment environment) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.keys = new Keys(environment);
        this.kinds = manifests.objects().stream().map(HasMetadata::getKind).collect(Collectors.toSet());
    }

    /**
     * What is wrong, causes before what follows from them.
     *
     * @param component to look at alone; empty for all
     */
    public List<Diagnosis> of(String component) throws InterruptedException {
        try {
            return look(new Subjects(manifests, component));
        } catch (Refusal refusal) {
            throw Refusals.explain("environment " + manifests.environment(), refusal);
        }
    }

    private List<Diagnosis> look(Subjects subjects) throws InterruptedException {
        Map<ObjectId, ObjectNode> live = subjects.live(cluster);
        var found = new ArrayList<Subjects.Found>();
        var missing = new ArrayList<ObjectId>();
        for (ObjectId id : subjects.ids()) {
            ObjectNode object = live.get(id);
            if (object == null) {
                missing.add(id);
            } else {
                diagnose(cluster.typed(object), id, subjects.component(id)).forEach(found::add);
            }
        }
        var ordered = new ArrayList<>(subjects.ordered(found));
        if (!missing.isEmpty()) {
            ordered.add(absent(missing));
        }
        return ordered;
    }

    private List<Subjects.Found> diagnose(HasMetadata object, ObjectId id, String component)
            throws InterruptedException {
        Neighbourhood near = neighbourhood(id.namespace());
        Readiness readiness = ReadinessRules.of(object, near.around());
        if (readiness instanceof Readiness.Ready) {
            return List.of();
        }
        var bare = scene(object, id, component, readiness, near, Map.of());
        var logs = new PodLogs(cluster).of(bare.pods().toList());
        var scene = scene(object, id, component, readiness, near, logs);
        return List.of(new Subjects.Found(component, SceneRules.of(scene)));
    }

    private Scene scene(
            HasMetadata object,
            ObjectId id,
            String component,
            Readiness readiness,
            Neighbourhood near,
            Map<String, List<String>> logs) {
        return new Scene(
                object, id.toString(), component, readiness, near.around(), near.claims(), near.events(), logs, keys);
    }

    private Neighbourhood neighbourhood(String namespace) throws InterruptedException {
        Neighbourhood known = neighbourhoods.get(namespace);
        if (known == null) {
            known = Neighbourhood.of(cluster, namespace, kinds);
            neighbourhoods.put(namespace, known);
        }
        return known;
    }

    private Diagnosis absent(List<ObjectId> missing) {
        List<String> names = missing.stream().map(ObjectId::toString).toList();
        var evidence = new ArrayList<>(names.subList(0, Math.min(SHOWN, names.size())));
        if (names.size() > SHOWN) {
            evidence.add("… and " + (names.size() - SHOWN) + " more");
        }
        return new Diagnosis(
                names.size() == 1 ? names.get(0) : names.size() + " objects",
                Cause.NOT_APPLIED,
                "described, and not on the cluster",
                evidence,
                keys.apply());
    }
}
