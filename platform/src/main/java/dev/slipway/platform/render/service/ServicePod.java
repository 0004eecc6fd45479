package dev.slipway.platform.render.service;

import dev.slipway.platform.render.part.Checksum;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.render.part.Spreading;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pod of one service. */
record ServicePod(String name, Service service, Context context) {
    /** How long the cluster may take to send nobody to a pod any more; whoever comes by a Service is told nothing. */
    private static final Duration ENDPOINTS = Duration.ofSeconds(5);

    /** Of Spring's graceful shutdown: {@code spring.lifecycle.timeout-per-shutdown-phase}, for requests and for messages. */
    private static final Duration SHUTDOWN = Duration.ofSeconds(2 * 10);

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final String SECRETS = "secrets";
    private static final String FILES = "files";

    static String claimName(String service) {
        return service + "-files";
    }

    PodTemplateSpec template() {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(context.labels(name))
                .withAnnotations(Map.of(Checksum.ANNOTATION, Checksum.of(new ServiceVariables(context).ofAll())))
                .endMetadata()
                .withSpec(pod().build())
                .build();
    }

    private PodSpecBuilder pod() {
        var pod = new PodSpecBuilder()
                .withServiceAccountName(name)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(context.pullSecrets())
                .withSecurityContext(Security.pod())
                .withTerminationGracePeriodSeconds(grace().plusMillis(999).toSeconds())
                .withContainers(container());
        Spreading.place(pod, context, name, service.placement(), Spreading.SERVICES_PRIORITY);
        pod.addToVolumes(ServiceComposer.secretFiles(name, service, context).volume(SECRETS));
        pod.addToVolumes(Scratch.volume(service.resources().disk().toString()));
        if (service.volume() != null) {
            pod.addToVolumes(new VolumeBuilder()
                    .withName(FILES)
                    .withNewPersistentVolumeClaim(claimName(name), false)
                    .build());
        }
        return pod;
    }

    /**
     * All that a stop may take: traffic by a Service ends, callers notice that the registry has let the pod go, requests
     * and messages are finished. A pod that is killed earlier loses one of these.
     */
    private Duration grace() {
        return (byService() ? ENDPOINTS : Duration.ZERO)
                .plus(service.drain())
                .plus(SHUTDOWN)
                .plus(MARGIN);
    }

    /** Whether callers come who do not ask the registry. */
    private boolean byService() {
        return service.entry() || service.expose() != null || service.nodePort() != null;
    }

    private Container container() {
        var variables = new ServiceVariables(context);
        var container = new ContainerBuilder()
                .withName(name)
                .withImage(service.image() == null ? context.variables().image(name) : service.image())
                .withImagePullPolicy("IfNotPresent")
                .withEnv(variables.of(name, service))
                .addNewEnvFrom()
                .withNewConfigMapRef(ServiceVariables.SHARED, false)
                .endEnvFrom()
                .addToPorts(Shared.port(ServiceComposer.PORT, service.port()))
                .withResources(Needs.of(service.memory(), service.resources()))
                .withSecurityContext(Security.container())
                .withStartupProbe(Probes.startup(health("liveness"), service.start()))
                .withLivenessProbe(Probes.liveness(health("liveness")))
                .withLifecycle(lifecycle())
                .withVolumeMounts(mounts());
        return service.grpcPort() == null
                ? container
                        .withReadinessProbe(Probes.readiness(health("readiness")))
                        .build()
                : container
                        .addToPorts(Shared.port(ServiceComposer.GRPC_PORT, service.grpcPort()))
                        .withReadinessProbe(Probes.readiness(Probes.grpc(service.grpcPort(), "")))
                        .build();
    }

    private static ProbeBuilder health(String group) {
        return Probes.http("/actuator/health/" + group, ServiceComposer.PORT);
    }

    /** The services themselves leave the registry and drain when they are told to stop. */
    private @Nullable Lifecycle lifecycle() {
        return byService()
                ? new LifecycleBuilder()
                        .withNewPreStop()
                        .withNewExec()
                        .withCommand("sleep", Long.toString(ENDPOINTS.toSeconds()))
                        .endExec()
                        .endPreStop()
                        .build()
                : null;
    }

    private List<VolumeMount> mounts() {
        var mounts = new ArrayList<VolumeMount>();
        mounts.add(new VolumeMountBuilder()
                .withName(SECRETS)
                .withMountPath(ServiceVariables.SECRETS)
                .withReadOnly(true)
                .build());
        mounts.add(Scratch.mount("/tmp", "tmp"));
        mounts.add(Scratch.mount(ServiceVariables.RUN, "run"));
        if (service.volume() != null) {
            mounts.add(new VolumeMountBuilder()
                    .withName(FILES)
                    .withMountPath(service.volume().path())
                    .build());
        }
        return mounts;
    }
}
