package dev.slipway.platform.render.service;

import static dev.slipway.platform.manifest.Manifest.FOUNDATION;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Spreading;
import dev.slipway.platform.spec.NfsVolume;
import dev.slipway.platform.spec.Quota;
import dev.slipway.platform.spec.Resources;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What belongs to the environment as a whole: its namespace and the bounds in it, classes, volumes made by hand. */
public record FoundationComposer(Context context) implements Composer {
    private static final String POD_SECURITY = "pod-security.kubernetes.io/";

    @Override
    public Stream<Manifest> manifests() {
        var objects = new ArrayList<HasMetadata>();
        objects.add(namespace());
        if (context.space().quota() != null) {
            objects.add(quota(context.space().quota()));
        }
        objects.add(defaults(context.space().defaults()));
        objects.add(priority(Spreading.MIDDLEWARE_PRIORITY, 2000, "What the services stand on."));
        objects.add(priority(Spreading.SERVICES_PRIORITY, 1000, "The services."));
        objects.add(Edges.closed(context, FOUNDATION));
        objects.add(new ConfigMapBuilder()
                .withMetadata(context.metadata(ServiceVariables.SHARED, FOUNDATION))
                .withData(new ServiceVariables(context).ofAll())
                .build());
        objects.addAll(Viewers.of(context));
        GatewayComposer.gateway(context).ifPresent(objects::add);
        volumes(objects);
        return objects.stream().map(object -> new Manifest(object, FOUNDATION, Set.of()));
    }

    private Namespace namespace() {
        String level = context.space().podSecurity().name().toLowerCase(Locale.ROOT);
        var labels = new TreeMap<>(context.labels(FOUNDATION));
        labels.put(POD_SECURITY + "enforce", level);
        labels.put(POD_SECURITY + "warn", "restricted");
        labels.put(POD_SECURITY + "audit", "restricted");
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(context.namespace())
                .withLabels(labels)
                .endMetadata()
                .build();
    }

    private ResourceQuota quota(Quota quota) {
        var hard = new TreeMap<String, Quantity>();
        hard.put("requests.cpu", Quantity.parse(quota.cpu().toString()));
        hard.put("requests.memory", Quantity.parse(quota.memory().toString()));
        hard.put("limits.memory", Quantity.parse(quota.memory().toString()));
        hard.put("pods", Quantity.parse(Integer.toString(quota.pods())));
        if (quota.storage() != null) {
            hard.put("requests.storage", Quantity.parse(quota.storage().toString()));
        }
        return new ResourceQuotaBuilder()
                .withMetadata(context.metadata("slipway", FOUNDATION))
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }

    private LimitRange defaults(Resources defaults) {
        return new LimitRangeBuilder()
                .withMetadata(context.metadata("slipway", FOUNDATION))
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefaultRequest(
                        amounts(defaults.cpu().toString(), defaults.disk().toString()))
                .withDefault(
                        amounts(defaults.cpuLimit().toString(), defaults.disk().toString()))
                .endLimit()
                .endSpec()
                .build();
    }

    private static Map<String, Quantity> amounts(String cpu, String disk) {
        return new TreeMap<>(Map.of(
                "cpu", Quantity.parse(cpu),
                "memory", Quantity.parse("256Mi"),
                "ephemeral-storage", Quantity.parse(disk)));
    }

    private PriorityClass priority(String name, int value, String description) {
        return new PriorityClassBuilder()
                .withMetadata(context.metadataOfCluster(Spreading.className(context.environment(), name), FOUNDATION))
                .withValue(value)
                .withGlobalDefault(false)
                .withPreemptionPolicy("PreemptLowerPriority")
                .withDescription(description)
                .build();
    }

    private void volumes(ArrayList<HasMetadata> objects) {
        context.cluster().volumes().forEach((name, volume) -> objects.add(volume(name, volume)));
        context.cluster().volumes().values().stream()
                .map(NfsVolume::storageClass)
                .distinct()
                .sorted()
                .map(this::byHand)
                .forEach(objects::add);
    }

    private PersistentVolume volume(String name, NfsVolume volume) {
        return new PersistentVolumeBuilder()
                .withMetadata(context.metadataOfCluster(name, FOUNDATION))
                .withNewSpec()
                .withCapacity(Map.of("storage", Quantity.parse(volume.size().toString())))
                .withAccessModes("ReadWriteMany")
                .withPersistentVolumeReclaimPolicy("Retain")
                .withStorageClassName(volume.storageClass())
                .withMountOptions("nfsvers=4.1", "hard")
                .withNewNfs(volume.path(), false, volume.server())
                .endSpec()
                .build();
    }

    private StorageClass byHand(String name) {
        return new StorageClassBuilder()
                .withMetadata(context.metadataOfCluster(name, FOUNDATION))
                .withProvisioner("kubernetes.io/no-provisioner")
                .withReclaimPolicy("Retain")
                .withVolumeBindingMode("Immediate")
                .build();
    }
}
