package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cluster for tests that send nothing to it. */
final class Nowhere {
    private Nowhere() {}

    /** @param folder for its kubeconfig */
    static Cluster in(Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: 'https://nowhere.example.com'}}]
                users: [{name: u, user: {token: t}}]
                """);
        return new Connection(kubeconfig, null).open();
    }
}
