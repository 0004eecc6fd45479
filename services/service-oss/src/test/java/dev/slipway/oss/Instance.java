package dev.slipway.oss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service-oss, in this JVM or as a process of its own, spoken to over HTTP. */
final class Instance implements AutoCloseable {
    static final Caller ALICE = new Caller("alice", Set.of(Role.USER), "session");
    static final Caller BOB = new Caller("bob", Set.of(Role.USER), "session");
    static final Caller OPERATOR = new Caller("operator", Set.of(Role.ADMIN), "session");

    private static final String IDENTITY_KEY = "an-identity-key-for-these-tests-only-0";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final IdentityTokens IDENTITIES = new IdentityTokens(IDENTITY_KEY, Clock.systemUTC());

    private final int port;
    private final Runnable end;

    private Instance(int port, Runnable end) {
        this.port = port;
        this.end = end;
    }

    static Instance start(Path directory, String... settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(OssApplication.class)
                .profiles("test")
                .run(arguments(directory, 0, settings).toArray(String[]::new));
        String port = String.valueOf(context.getEnvironment().getProperty("local.server.port"));
        return new Instance(Integer.parseInt(port), context::close);
    }

    /** A process of its own; closing kills it. It may not serve yet. */
    static Instance startProcess(Path directory, int port, File log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.profiles.active=test",
                "-cp",
                System.getProperty("java.class.path"),
                OssApplication.class.getName()));
        command.addAll(arguments(directory, port));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return new Instance(port, () -> {
            try {
                process.destroyForcibly().waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<String> arguments(Path directory, int port, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--identity-key=" + IDENTITY_KEY,
                "--file-signing-key=a-signing-key-for-these-tests-only-0",
                "--slipway.files.directory=" + directory));
        arguments.addAll(List.of(settings));
        return arguments;
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static Map<String, String> identity(Caller caller) {
        return Map.of(IdentityTokens.HEADER, IDENTITIES.issue(caller));
    }

    Answer upload(Caller caller, String name, byte[] content, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/files"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(name, content)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, identity(caller));
    }

    static byte[] form(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/x-anything\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    Answer get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    Answer remove(String id, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(uri("/api/files/" + id)).DELETE(), headers);
    }

    static Answer send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer =
                    HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void kill() {
        end.run();
    }

    @Override
    public void close() {
        end.run();
    }

    record Answer(HttpResponse<byte[]> raw) {
        int status() {
            return raw.statusCode();
        }

        byte[] body() {
            return raw.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        Answer require(int wanted) {
            if (status() != wanted) {
                throw new AssertionError(
                        "not " + wanted + " but " + status() + ": " + new String(body(), StandardCharsets.UTF_8));
            }
            return this;
        }
    }
}
