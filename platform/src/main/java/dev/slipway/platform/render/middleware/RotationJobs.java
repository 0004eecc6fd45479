package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Spreading;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Placement;
import dev.slipway.platform.yaml.Yaml;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The Jobs that tell servers of new passwords, each with the client of its server's own image. They find the two values of
 * a password as the files {@code old/NAME} and {@code new/NAME}.
 */
public record RotationJobs(Context context) implements Rotations.Jobs {
    private static final String SECRETS = "secrets";

    /** Longer than a client waits for a server, and a few times. */
    private static final long DEADLINE = 300;

    /** One that failed, or whose caller was killed, can be looked at for so long. */
    private static final int KEPT_SECONDS = 3600;

    @Override
    public Job of(String component, Rotation.Phase phase, List<Rotation> rotations) {
        MiddlewareKind kind = MiddlewareKind.named(component).orElseThrow();
        var description =
                Objects.requireNonNull(context.environment().middleware().get(kind));
        var server = new Server(kind, description, context);
        String step = phase.name().toLowerCase(Locale.ROOT);
        return new JobBuilder()
                .withMetadata(context.metadata("rotate-" + component + "-" + step, Rotations.COMPONENT))
                .withNewSpec()
                .withBackoffLimit(4)
                .withActiveDeadlineSeconds(DEADLINE)
                .withTtlSecondsAfterFinished(KEPT_SECONDS)
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(context.labels(Rotations.COMPONENT))
                .endMetadata()
                .withSpec(pod(server, container(server, step, rotations), files(server, phase, rotations)))
                .endTemplate()
                .endSpec()
                .build();
    }

    private PodSpec pod(Server server, Container container, List<KeyToPath> files) {
        var pod = new PodSpecBuilder()
                .withServiceAccountName(Rotations.COMPONENT)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withImagePullSecrets(context.pullSecrets())
                .withRestartPolicy("Never")
                .withSubdomain(server.members()) // gives it a full name, as RabbitMQ's tools want one
                .withSecurityContext(Security.pod())
                .withContainers(container);
        var anywhere = Yaml.parse("placement", "{}", Placement.class).orThrow();
        Spreading.place(pod, context, Rotations.COMPONENT, anywhere, Spreading.MIDDLEWARE_PRIORITY);
        return pod.addNewVolume()
                .withName(SECRETS)
                .withNewSecret()
                .withSecretName(Context.secretName(server.name()))
                .withDefaultMode(0440)
                .withItems(files)
                .endSecret()
                .endVolume()
                .addToVolumes(ServerPod.settings(server), ServerPod.handed())
                .addToVolumes(Scratch.volume("64Mi"))
                .build();
    }

    private static Container container(Server server, String step, List<Rotation> rotations) {
        return new ContainerBuilder()
                .withName(Rotations.COMPONENT)
                .withImage(server.image(MiddlewareComposers.pinnedImage(server.kind())))
                .withImagePullPolicy("IfNotPresent")
                .withCommand(ServerPod.script("rotate.sh"))
                .addToArgs(step)
                .addAllToArgs(rotations.stream().map(Rotation::name).toList())
                .withEnv(ServerPod.variables(variables(server)))
                .withResources(Needs.of("256Mi", "50m", "1", "64Mi"))
                .withSecurityContext(Security.container())
                .addToVolumeMounts(
                        ServerPod.mount(SECRETS, ServerPod.SECRETS, true),
                        ServerPod.mount("settings", ServerPod.SETTINGS, true),
                        ServerPod.mount("handed", ServerPod.HANDED, false))
                .addToVolumeMounts(Scratch.mount("/tmp", "tmp"))
                .build();
    }

    private static Map<String, String> variables(Server server) {
        return switch (server.kind()) {
            case MYSQL -> new MysqlComposer(server).rotationVariables();
            case REDIS -> new RedisComposer(server).rotationVariables();
            case MONGODB -> new MongodbComposer(server).variables();
            case RABBITMQ -> new RabbitmqComposer(server).rotationVariables();
            case NACOS, SENTINEL_DASHBOARD -> Map.of();
        };
    }

    private static List<KeyToPath> files(Server server, Rotation.Phase phase, List<Rotation> rotations) {
        var files = new ArrayList<>(rotations.stream()
                .flatMap(rotation -> Stream.of(
                        file(phase.oldKey(rotation), "old/" + rotation.name()),
                        file(phase.newKey(rotation), "new/" + rotation.name())))
                .toList());
        if (server.kind() == MiddlewareKind.RABBITMQ) {
            files.add(file(RabbitmqComposer.COOKIE, RabbitmqComposer.COOKIE));
        }
        return files;
    }

    private static KeyToPath file(String key, String path) {
        return new KeyToPathBuilder().withKey(key).withPath(path).build();
    }
}
