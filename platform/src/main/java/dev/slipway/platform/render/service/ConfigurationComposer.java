package dev.slipway.platform.render.service;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Checksum;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.SecretFiles;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.render.part.Spreading;
import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Placement;
import dev.slipway.platform.yaml.Yaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Brings the documents of {@code deploy/config} to Nacos before services ask for them. */
public record ConfigurationComposer(Context context) implements Composer {
    /** Its name as a component. */
    public static final String COMPONENT = "configuration";

    private static final String NACOS = MiddlewareKind.NACOS.toString();
    private static final String IMAGE = "slipway-platform";
    private static final String JVM = "JAVA_TOOL_OPTIONS";
    private static final String DOCUMENTS = "documents";
    private static final String SECRETS = "secrets";
    private static final String PASSWORD = "nacos-password";

    /** Long enough for a Nacos that is only starting, where nobody waits for it first. */
    private static final long DEADLINE = 900;

    @Override
    public Stream<Manifest> manifests() {
        Stream<Manifest> all = Stream.of(
                new Manifest(Shared.account(context, COMPONENT), COMPONENT, Set.of()),
                new Manifest(edges(), COMPONENT, Set.of()),
                new Manifest(documents(), COMPONENT, Set.of()),
                new Manifest(push(), COMPONENT, Set.of(NACOS)));
        String schedule = context.cluster().configurationCheck();
        return schedule == null
                ? all
                : Stream.concat(all, Stream.of(new Manifest(check(schedule), COMPONENT, Set.of(NACOS))));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        return secretFiles().generated();
    }

    private SecretFiles secretFiles() {
        return new SecretFiles(context, COMPONENT, Map.of(PASSWORD, SecretPlan.named(context.environment(), PASSWORD)));
    }

    /** What was pushed can be looked up: a changed document makes a new object, the old one stays as it was. */
    private ConfigMap documents() {
        return new ConfigMapBuilder()
                .withMetadata(context.metadata(versioned("nacos-documents"), COMPONENT))
                .withData(context.contents().configuration())
                .withImmutable(true)
                .build();
    }

    private String versioned(String name) {
        return name + "-" + Checksum.of(context.contents().configuration());
    }

    private NetworkPolicy edges() {
        Set<Integer> port = Set.of(context.environment().port(MiddlewareKind.NACOS));
        var toNacos = Edges.to(context, NACOS, port);
        return Edges.of(context, COMPONENT, Set.of(), new Edges.More(List.of(), List.of(toNacos)));
    }

    /** A Job cannot be changed: each set of documents has its own, and pushing the same set twice writes nothing. */
    private Job push() {
        return new JobBuilder()
                .withMetadata(context.metadata(versioned("config-push"), COMPONENT))
                .withSpec(job("push"))
                .build();
    }

    private CronJob check(String schedule) {
        return new CronJobBuilder()
                .withMetadata(context.metadata("config-check", COMPONENT))
                .withNewSpec()
                .withSchedule(schedule)
                .withConcurrencyPolicy("Forbid")
                .withStartingDeadlineSeconds(600L)
                .withSuccessfulJobsHistoryLimit(1)
                .withFailedJobsHistoryLimit(3)
                .withNewJobTemplate()
                .withSpec(job("diff"))
                .endJobTemplate()
                .endSpec()
                .build();
    }

    private JobSpec job(String command) {
        return new JobSpecBuilder()
                .withBackoffLimit(command.equals("push") ? 6 : 0)
                .withActiveDeadlineSeconds(DEADLINE)
                .withTemplate(template(command))
                .build();
    }

    private PodTemplateSpec template(String command) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(context.labels(COMPONENT))
                .endMetadata()
                .withSpec(pod(command).build())
                .build();
    }

    private PodSpecBuilder pod(String command) {
        var pod = new PodSpecBuilder()
                .withServiceAccountName(COMPONENT)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(context.pullSecrets())
                .withRestartPolicy("Never")
                .withSecurityContext(Security.pod())
                .withContainers(container(command).build());
        var anywhere = Yaml.parse("placement", "{}", Placement.class).orThrow();
        Spreading.place(pod, context, COMPONENT, anywhere, Spreading.SERVICES_PRIORITY);
        return pod.addNewVolume()
                .withName(DOCUMENTS)
                .withNewConfigMap()
                .withName(versioned("nacos-documents"))
                .endConfigMap()
                .endVolume()
                .addToVolumes(secretFiles().volume(SECRETS), Scratch.volume("64Mi"));
    }

    private ContainerBuilder container(String command) {
        int port = context.environment().port(MiddlewareKind.NACOS);
        return new ContainerBuilder()
                .withName(COMPONENT)
                .withImage(context.variables().image(IMAGE))
                .withImagePullPolicy("IfNotPresent")
                .withArgs(
                        "config",
                        command,
                        "--nacos",
                        "http://" + NACOS + ":" + port,
                        "--documents",
                        "/etc/slipway/documents",
                        "--password-file",
                        "/etc/slipway/secrets/" + PASSWORD)
                .addNewEnv()
                .withName(JVM)
                .withNewValueFrom()
                .withNewConfigMapKeyRef(JVM, ServiceVariables.SHARED, false)
                .endValueFrom()
                .endEnv()
                .withResources(Needs.of("256Mi", "50m", "1", "64Mi"))
                .withSecurityContext(Security.container())
                .addNewVolumeMount()
                .withName(DOCUMENTS)
                .withMountPath("/etc/slipway/documents")
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(SECRETS)
                .withMountPath("/etc/slipway/secrets")
                .withReadOnly(true)
                .endVolumeMount()
                .addToVolumeMounts(Scratch.mount("/tmp", "tmp"));
    }
}
