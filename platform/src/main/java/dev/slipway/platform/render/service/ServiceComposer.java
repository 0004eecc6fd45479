package dev.slipway.platform.render.service;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.SecretFiles;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.Autoscale;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Rollout;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.spec.Volume;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of one service. */
public record ServiceComposer(String name, Service service, Context context) implements Composer {
    static final String PORT = "http";
    static final String GRPC_PORT = "grpc";

    @Override
    public Stream<Manifest> manifests() {
        var objects = new ArrayList<HasMetadata>();
        objects.add(Shared.account(context, name));
        objects.add(network());
        objects.add(ServiceEdges.of(context, name, service));
        if (service.volume() != null) {
            objects.add(claim(service.volume()));
        }
        if (service.autoscale() != null) {
            objects.add(scaler(service.autoscale()));
        }
        if (pods() > 1) {
            objects.add(Shared.budget(context, name));
        }
        if (service.expose() != null) {
            objects.add(new Entrance(name, service.expose(), context).object());
        }
        return Stream.concat(
                objects.stream().map(object -> new Manifest(object, name, Set.of())),
                Stream.of(new Manifest(deployment(), name, needs())));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        return secretFiles(name, service, context).generated();
    }

    static SecretFiles secretFiles(String name, Service service, Context context) {
        var files = new TreeMap<String, SecretName>();
        SecretPlan.filesOf(name, service)
                .forEach((file, secret) -> files.put(file, SecretPlan.named(context.environment(), secret)));
        return new SecretFiles(context, name, files, service.handMadeSecrets());
    }

    private Set<String> needs() {
        var needs = new HashSet<>(service.needs());
        if (needs.contains(MiddlewareKind.NACOS.toString())) {
            needs.add(ConfigurationComposer.COMPONENT);
        }
        return needs;
    }

    private int pods() {
        return service.autoscale() == null
                ? service.replicas()
                : service.autoscale().min();
    }

    private Deployment deployment() {
        var template = new ServicePod(name, service, context).template();
        return new DeploymentBuilder()
                .withMetadata(context.metadata(name, name))
                .withNewSpec()
                .withReplicas(service.autoscale() == null ? (Integer) service.replicas() : null)
                .withRevisionHistoryLimit(service.rollout().history())
                .withMinReadySeconds((int) service.rollout().minReady().toSeconds())
                .withProgressDeadlineSeconds((int) service.start()
                        .multipliedBy(2)
                        .plus(service.rollout().minReady())
                        .toSeconds())
                .withStrategy(strategy(service.rollout()))
                .withNewSelector()
                .withMatchLabels(context.selector(name))
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private static DeploymentStrategy strategy(Rollout rollout) {
        return switch (rollout.strategy()) {
            case RECREATE ->
                new DeploymentStrategyBuilder().withType("Recreate").build();
            case ROLLING ->
                new DeploymentStrategyBuilder()
                        .withType("RollingUpdate")
                        .withNewRollingUpdate()
                        .withMaxSurge(amount(rollout.maxSurge()))
                        .withMaxUnavailable(amount(rollout.maxUnavailable()))
                        .endRollingUpdate()
                        .build();
        };
    }

    private static IntOrString amount(String written) {
        return written.endsWith("%") ? new IntOrString(written) : new IntOrString(Integer.parseInt(written));
    }

    private io.fabric8.kubernetes.api.model.Service network() {
        var ports = new TreeMap<>(Map.of(PORT, service.port()));
        if (service.grpcPort() != null) {
            ports.put(GRPC_PORT, service.grpcPort());
        }
        var network = Shared.service(context, name, ports);
        if (service.nodePort() == null) {
            return network;
        }
        return new ServiceBuilder(network)
                .editSpec()
                .withType("NodePort")
                .editMatchingPort(port -> PORT.equals(port.getName()))
                .withNodePort(service.nodePort())
                .endPort()
                .endSpec()
                .build();
    }

    private PersistentVolumeClaim claim(Volume volume) {
        var claim = new PersistentVolumeClaimBuilder()
                .withMetadata(context.metadata(ServicePod.claimName(name), name))
                .withNewSpec()
                .withAccessModes(volume.shared() ? "ReadWriteMany" : "ReadWriteOnce")
                .withStorageClassName(storageClass(volume))
                .withVolumeName(volume.name())
                .withNewResources()
                .withRequests(Map.of("storage", Quantity.parse(volume.size().toString())))
                .endResources()
                .endSpec();
        return claim.build();
    }

    private @Nullable String storageClass(Volume volume) {
        if (volume.name() != null) {
            return Objects.requireNonNull(context.cluster().volumes().get(volume.name()), volume.name())
                    .storageClass();
        }
        return volume.storageClass() == null ? context.cluster().storageClass() : volume.storageClass();
    }

    private HorizontalPodAutoscaler scaler(Autoscale autoscale) {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(context.metadata(name, name))
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", name)
                .withMinReplicas(autoscale.min())
                .withMaxReplicas(autoscale.max())
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(autoscale.cpu())
                .endTarget()
                .endResource()
                .endMetric()
                .withNewBehavior()
                .withNewScaleDown()
                .withStabilizationWindowSeconds(300)
                .endScaleDown()
                .endBehavior()
                .endSpec()
                .build();
    }
}
