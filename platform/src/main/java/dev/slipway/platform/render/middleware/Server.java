package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Images;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.spec.Memory;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What all composers of middleware say alike about theirs. */
record Server(MiddlewareKind kind, Middleware description, Context context) {
    /** The group of members that have one primary: of Sentinel, of a replica set. */
    static final String GROUP = "slipway";

    String name() {
        return kind.toString();
    }

    /** The name that members find each other by. */
    String members() {
        return name() + "-members";
    }

    /** The address of one member, the same in every one of its lives. */
    String member(int ordinal) {
        return name() + "-" + ordinal + "." + context.address(members());
    }

    /** All members with a port, between separators. */
    String memberList(int port, String separator) {
        return IntStream.range(0, description.replicas())
                .mapToObj(ordinal -> member(ordinal) + ":" + port)
                .collect(Collectors.joining(separator));
    }

    boolean clustered() {
        return description.replicas() > 1;
    }

    /** Of each member. */
    Memory memory() {
        return description.memory(kind);
    }

    int port() {
        return context.environment().port(kind);
    }

    /** What members of one cluster ask each other on. */
    Set<Integer> portsOfMembers() {
        return clustered() ? Set.of(port()) : Set.of();
    }

    boolean needs(MiddlewareKind other) {
        return description.needs().contains(other.toString());
    }

    /** The edge by which a Job tells it of new passwords. */
    Edges.More rotated() {
        var job = Edges.from(context, Rotations.COMPONENT, RotationComposer.ports(this));
        return new Edges.More(List.of(job), List.of());
    }

    /** The image that the description names, or the pinned one; with the digest that the description names. */
    String image(String pinned) {
        return Images.of(pinned, description.image(), description.digest());
    }

    String settingsName() {
        return name() + "-settings";
    }

    ConfigMap settings(Map<String, String> files) {
        return new ConfigMapBuilder()
                .withMetadata(context.metadata(settingsName(), name()))
                .withData(new TreeMap<>(files))
                .build();
    }

    /** These objects and the small ones that every server has. */
    Stream<Manifest> manifests(List<? extends HasMetadata> workloads, List<? extends HasMetadata> others) {
        var objects = new ArrayList<HasMetadata>(others);
        objects.add(Shared.account(context, name()));
        if (clustered()) {
            objects.add(Shared.budget(context, name()));
        }
        return Stream.concat(
                objects.stream().map(object -> new Manifest(object, name(), Set.of())),
                workloads.stream().map(workload -> new Manifest(workload, name(), Set.copyOf(description.needs()))));
    }
}
