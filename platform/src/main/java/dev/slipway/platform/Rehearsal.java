package dev.slipway.platform;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.platform.cli.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs, one after the other, commands that change nothing. The launcher starts it once after a build, and keeps the
 * classes that it loads in an archive that later starts map instead of loading.
 */
final class Rehearsal {
    private static final String[][] LINES = {
        {"version"},
        {"--help"},
        {"status"},
        {"status", "-o", "json"},
        {"doctor"},
        {"logs", "rehearsal"},
        {"secret", "rehearsal"},
        {"up", "--only", "rehearsal"},
        {"render", "-e", "dev-ol", "--check"},
        {"plan", "-e", "dev-ol", "--registry", "rehearsal", "--tag", "rehearsal"},
        {"status", "-e", "dev-ol"}
    };

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Path kubeconfig = Files.createTempFile("rehearsal", ".kubeconfig");
        try {
            Session.Surroundings surroundings = Main.surroundings(environment(kubeconfig, emptyCluster(cluster)));
            for (String[] line : LINES) {
                Main.cli(surroundings).run(line);
            }
        } finally {
            cluster.stop(0);
            Files.delete(kubeconfig);
        }
    }

    /** Never the cluster of whoever has built this. */
    private static Map<String, String> environment(Path kubeconfig, int port) throws IOException {
        Files.writeString(kubeconfig, """
                {apiVersion: v1, kind: Config, current-context: c, contexts: [{name: c, context: {cluster: c, user: u}}],
                 clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}], users: [{name: u, user: {token: t}}]}
                """.formatted(port));
        var environment = new HashMap<>(System.getenv());
        environment.put("KUBECONFIG", kubeconfig.toString());
        return environment;
    }

    /** One that knows nothing. */
    private static int emptyCluster(HttpServer server) {
        byte[] answer = "{\"kind\":\"Status\",\"code\":404}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }
}
