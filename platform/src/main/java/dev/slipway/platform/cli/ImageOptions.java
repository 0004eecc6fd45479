package dev.slipway.platform.cli;

import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.lint.PulledImages;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.DockerConfig;
import dev.slipway.platform.spec.HandMadeSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what goes to which cluster. */
public final class ImageOptions {
    @Mixin
    final ClusterOptions target = new ClusterOptions();

    @Option(names = "--registry", paramLabel = "HOST", description = "Registry of our own images.")
    String registry = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "Tag of our own images.")
    String tag = "";

    @Option(
            names = "--docker-config",
            paramLabel = "FILE",
            description =
                    "Docker's config.json with a login at the registry; where the Secret of cluster.imagePullSecret"
                            + " is not there, it is made of that.")
    @Nullable
    Path dockerConfig;

    /**
     * Takes all from a saved plan.
     *
     * @throws UserError when something is given beside it
     */
    void take(SavedPlan saved) {
        if (!(target.environment.name + registry + tag).isEmpty() || target.namespace != null) {
            throw new UserError(
                    "a saved plan has its environment, namespace, registry and tag in it",
                    "leave these options out, or the plan",
                    ExitCode.USAGE);
        }
        target.environment.name = saved.environment();
        target.namespace = saved.namespace();
        registry = saved.images().registry();
        tag = saved.images().tag();
    }

    SavedPlan.Images images() {
        return new SavedPlan.Images(registry, tag);
    }

    /** @throws UserError when an option is missing; nobody is asked then */
    ClusterAhead ahead(Session session) {
        require(registry, "--registry=HOST");
        require(tag, "--tag=TAG");
        return new ClusterAhead(() -> target.cluster(session));
    }

    /** What is done with a plan that nobody carries out. */
    @FunctionalInterface
    interface Planning {
        ExitCode run(EnvironmentApply apply, Cluster cluster, Manifests manifests)
                throws IOException, InterruptedException;
    }

    ExitCode planning(Session session, Planning planning) throws IOException, InterruptedException {
        try (var ahead = ahead(session)) {
            Manifests manifests = manifests(session);
            Cluster cluster = ahead.get();
            try (var apply =
                    new EnvironmentApply(cluster, manifests, new SecureRandom(), session.clock(), event -> {})) {
                return planning.run(apply, cluster, manifests);
            }
        }
    }

    Manifests manifests(Session session) throws IOException {
        Manifests manifests = target.manifests(session, registry, tag);
        return dockerConfig == null
                ? manifests
                : withLogin(manifests, session.workingDirectory().resolve(dockerConfig));
    }

    private Manifests withLogin(Manifests manifests, Path file) {
        if (manifests.brought().stream().noneMatch(secret -> secret.form() == HandMadeSecret.Form.PULL)) {
            throw new UserError(
                    "no pod pulls with a Secret, so there is no use for " + file,
                    "name one in the description: cluster.imagePullSecret",
                    ExitCode.USAGE);
        }
        return manifests.with(DockerConfig.read(file).login(registry, PulledImages.of(manifests)));
    }

    private static void require(String value, String option) {
        if (value.isEmpty()) {
            throw new UserError(
                    "missing option '" + option + "'", "say which images of ours are meant", ExitCode.USAGE);
        }
    }
}
