package dev.slipway.hospital;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as forms need: cookies, redirects when asked to, the token of the page before. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token = "";

    Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    record Shown(int status, String location, String text, HttpResponse<String> raw) {}

    Shown get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form with the token of the last page. */
    Shown post(String path, Map<String, String> fields) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return postAsItIs(path, all);
    }

    Shown postAsItIs(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts and shows the page that it leads to. */
    Shown submit(String path, Map<String, String> fields) throws IOException {
        Shown answer = post(path, fields);
        return answer.status() == 302 ? get(answer.location()) : answer;
    }

    Shown signIn(String username, String password) throws IOException {
        get("/sign-in");
        return post("/sign-in", Map.of("username", username, "password", password));
    }

    private Shown send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> raw =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(raw.body());
            if (found.find()) {
                token = found.group(1);
            }
            String location = raw.headers().firstValue("Location").orElse("").replace(base, "");
            return new Shown(raw.statusCode(), location, raw.body(), raw);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
