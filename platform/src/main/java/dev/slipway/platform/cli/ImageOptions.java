package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifests;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what goes to which cluster. */
public final class ImageOptions {
    @Mixin
    final ClusterOptions target = new ClusterOptions();

    @Option(names = "--registry", paramLabel = "HOST", required = true, description = "Registry of our own images.")
    String registry = "";

    @Option(names = "--tag", paramLabel = "TAG", required = true, description = "Tag of our own images.")
    String tag = "";

    Cluster cluster(Session session) {
        return target.cluster(session);
    }

    Manifests manifests(Session session) throws IOException {
        return target.manifests(session, registry, tag);
    }
}
