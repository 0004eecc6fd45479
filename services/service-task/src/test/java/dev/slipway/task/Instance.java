package dev.slipway.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.Mysql;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running service-task on the schema that it is given; what it publishes stays in the outbox. */
final class Instance implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Instance start(Mysql.Database database, String... settings) {
        return new Instance(new SpringApplicationBuilder(TaskApplication.class)
                .profiles("test")
                .run(arguments(database, settings).toArray(String[]::new)));
    }

    /** The same as a process of its own, to be killed. */
    static Process startProcess(Mysql.Database database, File log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.profiles.active=test",
                "-cp",
                System.getProperty("java.class.path"),
                TaskApplication.class.getName()));
        command.addAll(arguments(database, settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static List<String> arguments(Mysql.Database database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--identity-key=an-identity-key-for-these-tests-only-0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.login().user(),
                "--spring.datasource.password=" + database.login().password(),
                "--slipway.messaging.outbox.relay=false",
                "--db-scheduler.polling-interval=100ms",
                "--db-scheduler.heartbeat-interval=250ms"));
        arguments.addAll(List.of(settings));
        return arguments;
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    Map<String, String> identity(Role role) {
        return Map.of(
                IdentityTokens.HEADER,
                context.getBean(IdentityTokens.class).issue(new Caller("operator-1", Set.of(role), "session")));
    }

    Answer call(String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve(path))
                .timeout(Duration.ofSeconds(20))
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

    @Override
    public void close() {
        context.close();
    }

    record Answer(int status, JsonNode body) {}
}
