package dev.slipway.platform.render.addon;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Images;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.spec.Addon;
import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What all composers of add-ons say alike about theirs.
 *
 * @param environment the context of the environment
 * @param own the same in the add-on's namespace
 */
record Installation(AddonKind kind, Addon description, Context environment, Context own) {
    private static final String POD_SECURITY = "pod-security.kubernetes.io/";

    /** The levels of Pod Security that an add-on needs; {@code PRIVILEGED} is none. */
    enum Level {
        RESTRICTED,
        PRIVILEGED
    }

    static Installation of(AddonKind kind, Addon description, Context context) {
        return new Installation(kind, description, context, context.in(description.namespaceOf(kind)));
    }

    String name() {
        return kind.toString();
    }

    /** The name of its objects that have no namespace: two environments of one cluster have objects of their own. */
    String nameOnCluster() {
        return environment.environment().name() + "-" + name();
    }

    String image(String pinned) {
        return Images.of(pinned, description.image(), description.digest());
    }

    ObjectMeta metadata() {
        return own.metadata(name(), name());
    }

    ObjectMeta metadataOnCluster(String name) {
        return own.metadataOfCluster(name, name());
    }

    /**
     * Metadata of an object that need not keep some rules.
     *
     * @param exceptions rule → reason
     */
    static ObjectMeta excepted(ObjectMeta metadata, Map<String, String> exceptions) {
        var annotations = new TreeMap<String, String>();
        exceptions.forEach((rule, reason) -> annotations.put(Manifest.EXCEPTION + rule, reason));
        return new ObjectMetaBuilder(metadata).addToAnnotations(annotations).build();
    }

    /**
     * These objects and the small ones that every add-on has.
     *
     * @param more edges beside those to the names of the cluster
     */
    Stream<Manifest> manifests(Level level, Edges.More more, List<? extends HasMetadata> objects) {
        var all = new ArrayList<HasMetadata>(objects);
        all.add(namespace(level));
        all.add(Edges.closed(own, name()));
        all.add(edges(more));
        all.add(Shared.account(own, name()));
        if (description.replicas() > 1) {
            all.add(Shared.budget(own, name()));
        }
        return all.stream().map(object -> new Manifest(object, name(), Set.of()));
    }

    private NetworkPolicy edges(Edges.More more) {
        var edges = Edges.of(own, name(), Set.of(), more);
        boolean open = more.ingress().stream().anyMatch(rule -> rule.getFrom().isEmpty());
        return open
                ? new NetworkPolicyBuilder(edges)
                        .withMetadata(excepted(
                                edges.getMetadata(),
                                Map.of(
                                        "edges-named",
                                        "Its callers are no pods, and have addresses that nobody knows.")))
                        .build()
                : edges;
    }

    private HasMetadata namespace(Level level) {
        String needed = level.name().toLowerCase(Locale.ROOT);
        var labels = new TreeMap<>(own.labels(name()));
        labels.put(POD_SECURITY + "enforce", needed);
        labels.put(POD_SECURITY + "warn", needed);
        labels.put(POD_SECURITY + "audit", needed);
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(own.namespace())
                .withLabels(labels)
                .endMetadata()
                .build();
    }
}
