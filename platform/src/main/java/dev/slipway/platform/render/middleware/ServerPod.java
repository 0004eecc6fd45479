package dev.slipway.platform.render.middleware;

import dev.slipway.platform.render.part.Checksum;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.SecretFiles;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Spreading;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pod of a server: its secrets and settings as files, its writable folders, its place. */
record ServerPod(Server server) {
    /** Where the generated secrets are, a file each. */
    static final String SECRETS = "/etc/slipway/secrets";

    /** Where settings and scripts are. */
    static final String SETTINGS = "/etc/slipway/settings";

    /** Where a start script leaves what it makes of the secrets: in memory, never on a disk of the node. */
    static final String HANDED = "/run/slipway";

    /** Name of the volume of a member. */
    static final String DATA = "data";

    private static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * The pod without its containers. It runs as our own user: every image here runs as any, when it may write to the
     * folders that are mounted.
     *
     * @param stop how long its preStop and its own shutdown may take together
     */
    PodSpecBuilder spec(Duration stop) {
        return spec(stop, new SecretFiles(server.context(), server.name(), Map.of()));
    }

    /** The same of a server that has secrets of another one. */
    PodSpecBuilder spec(Duration stop, SecretFiles secrets) {
        Context context = server.context();
        var pod = new PodSpecBuilder()
                .withServiceAccountName(server.name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(context.pullSecrets())
                .withSecurityContext(Security.pod())
                .withTerminationGracePeriodSeconds(stop.plus(MARGIN).toSeconds())
                .addToVolumes(
                        Scratch.volume(server.description().resources().disk().toString()));
        Spreading.place(pod, context, server.name(), server.description().placement(), Spreading.MIDDLEWARE_PRIORITY);
        return pod.addToVolumes(secrets.volume("secrets"), handed());
    }

    static Volume handed() {
        return new VolumeBuilder()
                .withName("handed")
                .withNewEmptyDir()
                .withMedium("Memory")
                .withSizeLimit(Quantity.parse("1Mi"))
                .endEmptyDir()
                .build();
    }

    PodSpecBuilder withSettings(PodSpecBuilder pod) {
        return pod.addToVolumes(settings(server));
    }

    static Volume settings(Server server) {
        return new VolumeBuilder()
                .withName("settings")
                .withNewConfigMap()
                .withName(server.settingsName())
                .withDefaultMode(0444)
                .endConfigMap()
                .build();
    }

    /** A container of the server's own size. */
    ContainerBuilder container(String name, String image) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withResources(Needs.of(server.memory(), server.description().resources()))
                .withSecurityContext(Security.container())
                .addToVolumeMounts(mount("secrets", SECRETS, true), mount("handed", HANDED, false))
                .addToVolumeMounts(Scratch.mount("/tmp", "tmp"));
    }

    /** The same, which runs one of its settings as a script. */
    ContainerBuilder scripted(String name, String image, String script) {
        return container(name, image).withCommand(script(script)).addToVolumeMounts(mount("settings", SETTINGS, true));
    }

    static String[] script(String name) {
        return new String[] {"bash", SETTINGS + "/" + name};
    }

    static VolumeMount mount(String volume, String path, boolean readOnly) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withReadOnly(readOnly ? true : null)
                .build();
    }

    /** A folder of the member's volume; the root of a volume may hold what the server does not expect. */
    static VolumeMount folder(String folder, String path) {
        return new VolumeMountBuilder(mount(DATA, path, false))
                .withSubPath(folder)
                .build();
    }

    static List<EnvVar> variables(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(variable -> new EnvVar(variable.getKey(), variable.getValue(), null))
                        .toList();
    }

    /** The name of the pod, for variables that are written after it. */
    static EnvVar podName() {
        return new EnvVarBuilder()
                .withName("POD_NAME")
                .withNewValueFrom()
                .withNewFieldRef("v1", "metadata.name")
                .endValueFrom()
                .build();
    }

    static Lifecycle beforeStop(String... command) {
        return new LifecycleBuilder()
                .withNewPreStop()
                .withNewExec()
                .withCommand(command)
                .endExec()
                .endPreStop()
                .build();
    }

    /** For a question that takes a program seconds to ask: asked less often, waited for longer. */
    static Probe patient(Probe probe, Duration period, Duration timeout) {
        return new ProbeBuilder(probe)
                .withPeriodSeconds((int) period.toSeconds())
                .withTimeoutSeconds((int) timeout.toSeconds())
                .build();
    }

    /** The same for a start, which may take this long. */
    static Probe patientStart(ProbeBuilder question, Duration within, Duration period, Duration timeout) {
        return new ProbeBuilder(patient(Probes.startup(question, within), period, timeout))
                .withFailureThreshold((int) within.dividedBy(period))
                .build();
    }

    /** @param settings whose change is a rollout */
    PodTemplateSpec template(PodSpecBuilder pod, Map<String, String> labels, Map<String, String> settings) {
        var all = new TreeMap<>(server.context().labels(server.name()));
        all.putAll(labels);
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(all)
                .withAnnotations(Map.of(Checksum.ANNOTATION, Checksum.of(settings)))
                .endMetadata()
                .withSpec(pod.build())
                .build();
    }
}
