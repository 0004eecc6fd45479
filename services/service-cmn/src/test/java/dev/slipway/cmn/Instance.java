package dev.slipway.cmn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service-cmn, spoken to over HTTP. */
public final class Instance implements AutoCloseable {
    static final String IDENTITY_KEY = "an-identity-key-for-these-tests-only-0";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable Store shared;
    private static @Nullable Instance first;

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The instance that most tests of this JVM use; each makes dictionaries of its own. */
    public static synchronized Instance shared() {
        if (first == null) {
            first = start(sharedStore());
        }
        return first;
    }

    /** Another instance on the store of {@link #shared()}. */
    public static Instance another() {
        return start(sharedStore());
    }

    private static synchronized Store sharedStore() {
        if (shared == null) {
            shared = Store.embedded();
        }
        return shared;
    }

    static Instance start(Store store) {
        List<String> arguments = new ArrayList<>(store.arguments());
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.cloud.nacos.config.enabled=false");
        arguments.add("--spring.cloud.nacos.discovery.enabled=false");
        arguments.add("--identity-key=" + IDENTITY_KEY);
        return new Instance(new SpringApplicationBuilder(CmnApplication.class)
                .profiles("test")
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public String identity(Role... roles) {
        return bean(IdentityTokens.class).issue(new Caller("7", Set.of(roles), "session"));
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer admin(String method, String path, @Nullable Object body) {
        return admin(method, path, body, Map.of());
    }

    public Answer admin(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Identity", identity(Role.ADMIN));
        return send(method, path, body == null ? null : json(body), all);
    }

    public String createRoot(String code, String name) {
        return admin("POST", "/admin/dictionary-entries", Map.of("code", code, "name", name))
                .require(201)
                .json()
                .get("id")
                .asText();
    }

    public String create(String parentId, String value, String name) {
        return admin("POST", "/admin/dictionary-entries", Map.of("parentId", parentId, "value", value, "name", name))
                .require(201)
                .json()
                .get("id")
                .asText();
    }

    public byte[] export() {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri("/admin/dictionaries/export"))
                                    .header("X-Identity", identity(Role.ADMIN))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer upload(byte[] file, String query) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri("/admin/dictionaries/import" + query))
                .header("X-Identity", identity(Role.ADMIN))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return send(request);
    }

    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String json(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** One answer. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public Answer require(int wanted) {
            if (status != wanted) {
                throw new AssertionError("not " + wanted + " but " + status + ": " + body);
            }
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        public String code() {
            return json().get("code").asText();
        }

        public List<String> names() {
            return json().get("items").findValuesAsText("name");
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .get(0);
        }
    }
}
