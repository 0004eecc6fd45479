package dev.slipway.platform.cli;

import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.security.SecureRandom;
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
        return target.manifests(session, registry, tag);
    }

    private static void require(String value, String option) {
        if (value.isEmpty()) {
            throw new UserError(
                    "missing option '" + option + "'", "say which images of ours are meant", ExitCode.USAGE);
        }
    }
}
