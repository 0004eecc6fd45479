package dev.slipway.platform;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;

/**
 * An API server without a cluster, in this process: enough for a command to walk through all that it does.
 *
 * @param folder holds the kubeconfig, and goes with the server
 */
record RehearsedCluster(HttpsServer server, Path folder) implements AutoCloseable {
    static RehearsedCluster start() throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("rehearsal");
        var identity = RehearsedIdentity.make();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.server()));
        server.createContext("/", new RehearsedObjects());
        server.start();
        var cluster = new RehearsedCluster(server, folder);
        Files.writeString(cluster.kubeconfig(), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: 'https://127.0.0.1:%d', certificate-authority-data: %s}}]
                users: [{name: u, user: {client-certificate-data: %s, client-key-data: %s}}]
                """.formatted(
                        server.getAddress().getPort(), identity.certificate(), identity.certificate(), identity.key()));
        return cluster;
    }

    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
