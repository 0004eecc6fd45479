package dev.slipway.platform.prediction;

import dev.slipway.platform.doctor.Finding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Classes that the rendering names: storage, ingress, gateway. */
final class ClassRules {
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private ClassRules() {}

    static Stream<Finding> of(Facts facts) {
        return Stream.of(
                        storage(facts),
                        named(
                                facts,
                                "IngressClass",
                                "cluster.ingressClass",
                                facts.ingressClasses(),
                                ClassRules::ingress),
                        named(
                                facts,
                                "GatewayClass",
                                "cluster.gatewayClass",
                                facts.gatewayClasses(),
                                ClassRules::gateway))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> named(
            Facts facts,
            String kind,
            String key,
            Optional<Set<String>> there,
            Function<HasMetadata, Stream<String>> wanted) {
        var names = new TreeSet<String>();
        objects(facts).flatMap(wanted).forEach(names::add);
        objects(facts)
                .filter(object -> object.getKind().equals(kind))
                .forEach(made -> names.remove(made.getMetadata().getName()));
        if (there.isEmpty()) {
            return names.isEmpty() ? Stream.empty() : Stream.of(unread(kind));
        }
        names.removeAll(there.get());
        return names.stream()
                .map(name -> Finding.problem(
                        "classes",
                        "there is no " + kind + " " + name + is(there.get()),
                        facts.keys().at(key)));
    }

    private static String is(Set<String> there) {
        return there.isEmpty() ? ", nor any other" : "; there is " + String.join(", ", new TreeSet<>(there));
    }

    private static Finding unread(String kind) {
        return Finding.warning(
                "classes", "whether there is the " + kind + " cannot be read", "ask for the right to list them");
    }

    private static Stream<Finding> storage(Facts facts) {
        var wanted = new TreeSet<String>();
        objects(facts)
                .flatMap(object -> claims(facts, object))
                .map(ClassRules::classOf)
                .forEach(wanted::add);
        wanted.remove(""); // it asks for a volume made by hand
        objects(facts)
                .filter(StorageClass.class::isInstance)
                .forEach(made -> wanted.remove(made.getMetadata().getName()));
        if (facts.storageClasses().isEmpty()) {
            return wanted.isEmpty() ? Stream.empty() : Stream.of(unread("StorageClass"));
        }
        List<StorageClass> there = facts.storageClasses().get();
        var names = new TreeSet<String>();
        there.forEach(found -> names.add(found.getMetadata().getName()));
        return wanted.stream()
                .filter(name -> !names.contains(name))
                .flatMap(name ->
                        name.equals(DEFAULT) ? byDefault(facts, there) : Stream.of(missing(facts, name, names)));
    }

    private static Finding missing(Facts facts, String name, Set<String> there) {
        return Finding.problem(
                "classes",
                "there is no StorageClass " + name + is(there),
                facts.keys().at("cluster.storageClass"));
    }

    private static Stream<Finding> byDefault(Facts facts, List<StorageClass> there) {
        long defaults = there.stream().filter(ClassRules::isDefault).count();
        return defaults == 1
                ? Stream.empty()
                : Stream.of(Finding.problem(
                        "classes",
                        "claims name no StorageClass, and there are " + defaults + " default ones",
                        facts.keys().at("cluster.storageClass")));
    }

    /** Whether the cluster uses it for claims that name none. */
    static boolean isDefault(StorageClass storageClass) {
        var annotations = storageClass.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DEFAULT));
    }

    /** Those that have no volume yet. */
    private static Stream<PersistentVolumeClaim> claims(Facts facts, HasMetadata object) {
        if (object instanceof StatefulSet set) {
            boolean allBound = facts.claims().stream()
                            .filter(claim ->
                                    Claims.isOf(set, claim.getMetadata().getName()) && bound(claim))
                            .count()
                    >= (set.getSpec().getReplicas() == null ? 1 : set.getSpec().getReplicas());
            return allBound ? Stream.empty() : set.getSpec().getVolumeClaimTemplates().stream();
        }
        boolean open = object instanceof PersistentVolumeClaim
                && facts.claims().stream()
                        .noneMatch(claim -> bound(claim)
                                && claim.getMetadata()
                                        .getName()
                                        .equals(object.getMetadata().getName()));
        return open ? Stream.of((PersistentVolumeClaim) object) : Stream.empty();
    }

    private static boolean bound(PersistentVolumeClaim claim) {
        return claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase());
    }

    private static String classOf(PersistentVolumeClaim claim) {
        String name = claim.getSpec().getStorageClassName();
        return name == null ? DEFAULT : name;
    }

    private static Stream<String> ingress(HasMetadata object) {
        return object instanceof Ingress ingress
                ? Stream.ofNullable(ingress.getSpec().getIngressClassName())
                : Stream.empty();
    }

    private static Stream<String> gateway(HasMetadata object) {
        return object instanceof Gateway gateway
                ? Stream.ofNullable(gateway.getSpec().getGatewayClassName())
                : Stream.empty();
    }

    private static Stream<HasMetadata> objects(Facts facts) {
        return facts.manifests().objects().stream();
    }
}
