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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            description = "Context of the kubeconfigs that KUBECONFIG names. Default: their current one.")
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
        String files = set.isEmpty()
                ? Path.of(session.environment().getOrDefault("HOME", "."), ".kube", "config")
                        .toString()
                : set;
        List<Path> kubeconfigs = Stream.of(files.split(File.pathSeparator, -1))
                .filter(file -> !file.isEmpty())
                .map(file -> session.workingDirectory().resolve(file))
                .toList();
        return new Connection(kubeconfigs, context).open(session.console()::verbose);
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
