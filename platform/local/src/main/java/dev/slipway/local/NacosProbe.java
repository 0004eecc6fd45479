package dev.slipway.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks whether the server calls itself ready, which takes a leader, and signs in as its administrator. */
record NacosProbe(NacosPorts ports, NacosSecrets secrets) {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    boolean answers() {
        try {
            return consoleAnswers() && signsIn();
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean consoleAnswers() throws IOException, InterruptedException {
        return ok(request(ports.console(), "/v3/console/health/readiness").GET());
    }

    private boolean signsIn() throws IOException, InterruptedException {
        String form =
                "username=" + NacosServer.ADMINISTRATOR + "&password=" + URLEncoder.encode(secrets.password(), UTF_8);
        return ok(request(ports.server(), "/nacos/v3/auth/user/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT);
    }

    private static boolean ok(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Void> response = CLIENT.send(request.build(), BodyHandlers.discarding());
        return response.statusCode() == 200;
    }
}
