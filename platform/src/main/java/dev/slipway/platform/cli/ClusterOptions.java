package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.SecretRotations;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which environment on which cluster is meant. */
public final class ClusterOptions {
    @Mixin
    final EnvironmentOption environment = new EnvironmentOption();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig that KUBECONFIG names. Default: its current one.")
    @Nullable
    String context;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace. Default: the description's.")
    @Nullable
    String namespace;

    Cluster cluster(Session session) {
        String set = session.environment().getOrDefault("KUBECONFIG", "");
        Path file = set.isEmpty()
                ? Path.of(session.environment().getOrDefault("HOME", "."), ".kube", "config")
                : Path.of(set.split(File.pathSeparator, 2)[0]);
        return new Connection(session.workingDirectory().resolve(file), context).open();
    }

    /** To know the objects by name and order: their images stay open. */
    Manifests manifests(Session session) throws IOException {
        return manifests(session, Variables.PLACEHOLDERS.registry(), Variables.PLACEHOLDERS.tag());
    }

    Manifests manifests(Session session, String registry, String tag) throws IOException {
        var description = environment.description(session);
        return environment.manifests(session, description, variables(description, registry, tag));
    }

    /** @param manifests with their images open */
    Rotations rotations(Session session, Manifests manifests) {
        var description = environment.description(session);
        var open = Variables.PLACEHOLDERS;
        return SecretRotations.of(description, variables(description, open.registry(), open.tag()), manifests);
    }

    private Variables variables(Environment description, String registry, String tag) {
        String described =
                Objects.requireNonNull(description.namespace(), "namespace").name();
        return new Variables(registry, namespace == null ? described : namespace, tag);
    }
}
