package dev.slipway.platform.render.addon;

import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Spreading;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.Map;

/**
 * The pods of an add-on: as safe as those of a service, but with the token that a part of them needs.
 *
 * @param name of the workload and of the account of its pods
 */
record AddonPod(Installation addon, String name) {
    static final String ROLLING = "RollingUpdate";
    static final String RECREATE = "Recreate";
    private static final int HISTORY = 5;

    /** The pods of an add-on that has no others. */
    AddonPod(Installation addon) {
        this(addon, addon.name());
    }

    /**
     * The pod without its containers, as our own user.
     *
     * @param stop how long its own shutdown may take
     */
    PodSpecBuilder spec(Duration stop) {
        var pod = new PodSpecBuilder()
                .withServiceAccountName(name)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(addon.own().pullSecrets())
                .withSecurityContext(Security.pod())
                .withTerminationGracePeriodSeconds(stop.toSeconds())
                .addToVolumes(
                        Scratch.volume(addon.description().resources().disk().toString()));
        Spreading.place(pod, addon.own(), name, addon.description().placement(), Spreading.MIDDLEWARE_PRIORITY);
        return pod;
    }

    /** The same with a token of the API server, for the containers that mount it. */
    PodSpecBuilder asking(Duration stop) {
        return spec(stop).addToVolumes(ApiToken.volume());
    }

    /** The main container, of the described size. */
    ContainerBuilder container(String pinned) {
        return sized(addon.name(), addon.image(pinned))
                .withResources(Needs.of(
                        addon.description().memory(), addon.description().resources()))
                .addToVolumeMounts(temporary());
    }

    static VolumeMount temporary() {
        return Scratch.mount("/tmp", "tmp");
    }

    /** A small container beside it. */
    static ContainerBuilder beside(String name, String image) {
        return sized(name, image).withResources(Needs.of("64Mi", "10m", "500m", "16Mi"));
    }

    private static ContainerBuilder sized(String name, String image) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withSecurityContext(Security.container());
    }

    static VolumeMount mount(String volume, String path) {
        return new VolumeMountBuilder().withName(volume).withMountPath(path).build();
    }

    /** A variable with a field of the pod. */
    static EnvVar field(String variable, String field) {
        return new EnvVarBuilder()
                .withName(variable)
                .withNewValueFrom()
                .withNewFieldRef("v1", field)
                .endValueFrom()
                .build();
    }

    /** As a user that the node knows as root, who owns what is read or mounted there. */
    PodSpecBuilder asRoot(PodSpecBuilder pod) {
        return pod.editSecurityContext()
                .withRunAsNonRoot(false)
                .withRunAsUser(0L)
                .withRunAsGroup(0L)
                .withFsGroup(null)
                .withFsGroupChangePolicy(null)
                .endSecurityContext();
    }

    private PodTemplateSpec template(PodSpecBuilder pod, Map<String, String> annotations) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(addon.own().labels(name))
                .withAnnotations(annotations)
                .endMetadata()
                .withSpec(pod.build())
                .build();
    }

    private ObjectMeta metadata(Map<String, String> exceptions) {
        return Installation.excepted(addon.own().metadata(name, name), exceptions);
    }

    /** @param strategy {@code Recreate} where two pods must not stand side by side on a node */
    Deployment deployment(PodSpecBuilder pod, String strategy, Map<String, String> exceptions) {
        return new DeploymentBuilder()
                .withMetadata(metadata(exceptions))
                .withNewSpec()
                .withReplicas(addon.description().replicas())
                .withRevisionHistoryLimit(HISTORY)
                .withNewStrategy()
                .withType(strategy)
                .endStrategy()
                .withNewSelector()
                .withMatchLabels(addon.own().selector(name))
                .endSelector()
                .withTemplate(template(pod, Map.of()))
                .endSpec()
                .build();
    }

    /** On every node, also on those that nothing else may run on, one node after the other. */
    DaemonSet onEveryNode(PodSpecBuilder pod, Map<String, String> annotations, Map<String, String> exceptions) {
        pod.addNewToleration().withOperator("Exists").endToleration();
        return new DaemonSetBuilder()
                .withMetadata(metadata(exceptions))
                .withNewSpec()
                .withRevisionHistoryLimit(HISTORY)
                .withNewUpdateStrategy()
                .withType(ROLLING)
                .endUpdateStrategy()
                .withNewSelector()
                .withMatchLabels(addon.own().selector(name))
                .endSelector()
                .withTemplate(template(pod, annotations))
                .endSpec()
                .build();
    }
}
