package dev.slipway.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service-statistics, spoken to over HTTP. */
final class Instance implements AutoCloseable {
    static final String IDENTITY_KEY = "an-identity-key-for-these-tests-only-0";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Instance start(Surroundings surroundings) {
        List<String> arguments = new ArrayList<>(surroundings.arguments());
        arguments.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--identity-key=" + IDENTITY_KEY));
        return new Instance(new SpringApplicationBuilder(StatisticsApplication.class)
                .profiles("test")
                .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    Map<String, String> identity(Role role) {
        return Map.of(
                IdentityTokens.HEADER, bean(IdentityTokens.class).issue(new Caller("1", Set.of(role), "session")));
    }

    Answer admin(String method, String path) {
        return call(method, path, identity(Role.ADMIN));
    }

    Answer call(String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The counts of these days, of one hospital. */
    List<Integer> counts(String hospital, LocalDate from, LocalDate to) {
        Answer answer = admin(
                "GET", "/admin/statistics/appointments?hospitalCode=%s&from=%s&to=%s".formatted(hospital, from, to));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return StreamSupport.stream(answer.body().get("counts").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    record Answer(int status, JsonNode body) {}
}
