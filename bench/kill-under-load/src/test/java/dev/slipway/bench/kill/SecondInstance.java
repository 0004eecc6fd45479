package dev.slipway.bench.kill;

import dev.slipway.test.FreePort;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another instance of a service of the stack: the command line and the environment of the first, and a port and a working
 * directory of its own. It carries the stack's mark, so that what a failed test leaves is stopped with the stack.
 */
final class SecondInstance {
    private static final Pattern CALLS = Pattern.compile(
            "^http_server_requests_seconds_count\\{.*uri=\"/(?:api|inner)/.*} ([0-9.E]+)$", Pattern.MULTILINE);

    /** Where each service has one instance, as here, nobody waits for callers to notice. Where there are two, they must. */
    private static final String DRAIN = "3s";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private SecondInstance(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static SecondInstance of(WholeStack stack, String service) throws IOException {
        int port = FreePort.next();
        Path first = Path.of("/proc", String.valueOf(stack.process(service).pid()));
        Path work = Files.createDirectories(stack.folder().resolve("data").resolve(service + "-2"));
        var builder = new ProcessBuilder(parts(first.resolve("cmdline")));
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : parts(first.resolve("environ"))) {
            int name = variable.indexOf('=');
            environment.put(variable.substring(0, name), variable.substring(name + 1));
        }
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SLIPWAY_DRAIN", DRAIN);
        environment.put("SLIPWAY_RUN", work.toString());
        Path log = stack.folder().resolve("logs").resolve(service + "-2.log");
        Process process = builder.directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        return new SecondInstance(process, port);
    }

    private static List<String> parts(Path file) throws IOException {
        return List.of(Files.readString(file).split("\0", -1)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** How many calls of others it has answered; 0 while it is not there. */
    double calls() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            Matcher found =
                    CALLS.matcher(client.send(request, BodyHandlers.ofString()).body());
            double calls = 0;
            while (found.find()) {
                calls += Double.parseDouble(found.group(1));
            }
            return calls;
        } catch (IOException notThere) {
            return 0;
        }
    }

    /** Asks it to end, as every orchestrator does, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
