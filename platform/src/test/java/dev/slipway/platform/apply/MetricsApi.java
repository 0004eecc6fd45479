package dev.slipway.platform.apply;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for metrics-server where pods only seem to run: it answers the API server by TLS that the API is there, with no
 * resources in it. The API server asks it as it would ask the real one; what differs is how it gets there, by a name in the
 * place of the address of a Service, which leads nowhere without a network.
 */
final class MetricsApi implements AutoCloseable {
    private static final String ANSWER = """
            {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"metrics.k8s.io/v1beta1","resources":[]}""";

    private final HttpsServer server;

    MetricsApi(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(withKey(directory.resolve("metrics.p12"))));
        server.createContext("/", exchange -> {
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** Patches of a description that lead the API server here. */
    String patches() {
        return """
                patches:
                  - object: Service/metrics-server
                    merge: { spec: { type: ExternalName, externalName: localhost } }
                  - object: APIService/v1beta1.metrics.k8s.io
                    merge: { spec: { service: { port: %d } } }
                """.formatted(server.getAddress().getPort());
    }

    private static SSLContext withKey(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var maker = new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "metrics",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:env",
                "KEY_PASSWORD");
        maker.environment().put("KEY_PASSWORD", password);
        if (maker.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
