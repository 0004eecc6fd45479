import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a running stack in every way, and shows that it comes back with its data and that nothing else was touched: each
 * component in turn, the launcher, everything at once; at the end Ctrl-C, which has to leave nothing.
 *
 * <p>{@code java .ci/KillRounds.java DATA PORT}, from the root of a built tree, while the whole stack of that data
 * directory runs and answers on that port. The stack is down afterwards.
 */
final class KillRounds {
    private static final Duration COMES_BACK = Duration.ofMinutes(4);
    private static final Duration STOPS = Duration.ofSeconds(15);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path data;
    private final int port;
    private final Path other;
    private final long begin = System.nanoTime();
    private String token = "";
    private String user = "";

    private KillRounds(Path data, int port) {
        this.data = data;
        this.port = port;
        this.other = data.resolveSibling("other");
    }

    /** What {@code slipway status} tells of one component. */
    private record Seen(long pid, String state, int restarts) {}

    public static void main(String[] arguments) throws Exception {
        var rounds = new KillRounds(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try {
            rounds.run();
        } finally {
            rounds.slipway(rounds.other, "down").waitFor();
        }
    }

    private void run() throws Exception {
        signIn();
        upBeside();
        Map<String, Seen> neighbours = status(other);
        expect(neighbours.size() == 2, "the stack beside has " + neighbours.keySet());
        for (String component : status(data).keySet()) {
            killOne(component);
        }
        theDataIsThere();
        succeed(slipway(data, "smoke", "--url", url()), "smoke after each component was killed");
        say("smoke passes, the data is there");
        killLauncher();
        killAll();
        expect(status(other).equals(neighbours), "the stack beside has changed: " + neighbours + " → " + status(other));
        say("the stack beside was not touched");
    }

    private void upBeside() throws Exception {
        succeed(
                slipway(other, "up", "--detach", "--only", "redis,mysql", "--port", "18080"),
                "a second stack beside the first");
    }

    private void killOne(String component) throws Exception {
        long start = System.nanoTime();
        Seen before = status(data).get(component);
        kill(before.pid());
        Map<String, Seen> after = await(
                component + " is not ready again",
                seen -> seen.containsKey(component)
                        && seen.get(component).pid() != before.pid()
                        && seen.values().stream().allMatch(each -> each.state().equals("ready")));
        expect(after.get(component).restarts() == before.restarts() + 1, component + " counts " + after.get(component));
        say("killed " + component + ", all ready again after " + seconds(start));
    }

    private void killLauncher() throws Exception {
        Map<String, Seen> before = status(data);
        kill(supervisor());
        expect(before.values().stream().allMatch(seen -> lives(seen.pid())), "components died with their launcher");
        long start = System.nanoTime();
        succeed(slipway(data, "up", "--detach", "--port", String.valueOf(port)), "up after its launcher");
        expect(before.values().stream().noneMatch(seen -> lives(seen.pid())), "leftovers still run: " + before);
        theDataIsThere();
        say("killed the launcher, up again after " + seconds(start) + " with the data");
    }

    /** The last start is in the foreground, so that it can be ended as a person does. */
    private void killAll() throws Exception {
        kill(supervisor());
        for (Seen seen : status(data).values()) {
            kill(seen.pid());
        }
        long start = System.nanoTime();
        Process up = slipway(data, "up", "--port", String.valueOf(port));
        Map<String, Seen> running = await(
                "the stack is not ready",
                seen -> !seen.isEmpty()
                        && seen.values().stream().allMatch(each -> each.state().equals("ready")));
        theDataIsThere();
        say("killed everything, up again after " + seconds(start) + " with the data");
        start = System.nanoTime();
        new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
        expect(up.waitFor(STOPS.toSeconds(), TimeUnit.SECONDS), "up still runs after " + STOPS);
        expect(running.values().stream().noneMatch(seen -> lives(seen.pid())), "Ctrl-C left something of " + running);
        say("Ctrl-C stopped everything in " + seconds(start));
    }

    private Map<String, Seen> await(String otherwise, Predicate<Map<String, Seen>> reached) throws Exception {
        long end = System.nanoTime() + COMES_BACK.toNanos();
        Map<String, Seen> seen = Map.of();
        while (System.nanoTime() < end) {
            seen = status(data);
            if (reached.test(seen)) {
                return seen;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(otherwise + ": " + seen);
    }

    private void signIn() throws Exception {
        String phone = String.format("138%08d", new Random().nextInt(100_000_000));
        call("/api/sign-in/codes", body("{\"phone\":\"" + phone + "\"}"), 202);
        Matcher code = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)").matcher("");
        for (int look = 0; look < 100 && !code.find(); look++) {
            Thread.sleep(100);
            String text = field("text", call("/api/dev/inbox/" + phone, null, 200));
            code = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)").matcher(text);
        }
        String answer =
                call("/api/sign-in", body("{\"phone\":\"" + phone + "\",\"code\":\"" + code.group() + "\"}"), 200);
        token = field("accessToken", answer);
        user = field("id", call("/api/me", null, 200));
    }

    /** The session is in Redis, the user and the key that signed the token in the database. */
    private void theDataIsThere() throws Exception {
        String now = field("id", call("/api/me", null, 200));
        expect(now.equals(user), "the user was " + user + " and is " + now);
    }

    private String call(String path, BodyPublisher body, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(10));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(body);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        expect(answer.statusCode() == expected, path + " answers " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static BodyPublisher body(String json) {
        return BodyPublishers.ofString(json);
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return value.find() ? value.group(1) : "";
    }

    /** Components by name; those without a process have the number 0. */
    private Map<String, Seen> status(Path stack) throws Exception {
        Process process = slipway(stack, "status", "-o", "json");
        String json = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        var seen = new LinkedHashMap<String, Seen>();
        Matcher component = Pattern.compile("\"component\" : \"([^\"]*)\",\\s*\"state\" : \"([^\"]*)\",\\s*"
                        + "\"pid\" : (\\d+|null),[^}]*?\"restarts\" : (\\d+)")
                .matcher(json);
        while (component.find()) {
            String pid = component.group(3);
            seen.put(
                    component.group(1),
                    new Seen(
                            pid.equals("null") ? 0 : Long.parseLong(pid),
                            component.group(2),
                            Integer.parseInt(component.group(4))));
        }
        return seen;
    }

    private long supervisor() throws IOException {
        Matcher pid = Pattern.compile("\"process\":\\{\"pid\":(\\d+)")
                .matcher(Files.readString(data.resolve("run/supervisor.json")));
        expect(pid.find(), "run/supervisor.json names no process");
        return Long.parseLong(pid.group(1));
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private Process slipway(Path stack, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("./slipway", "--no-build"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", stack.toString()));
        return new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(data.resolveSibling("rounds.log").toFile()))
                .start();
    }

    private void succeed(Process process, String what) throws Exception {
        String out = new String(process.getInputStream().readAllBytes());
        expect(process.waitFor() == 0, what + " failed, see " + data.resolveSibling("rounds.log") + "\n" + out);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private void say(String what) {
        System.out.println(seconds(begin) + "  " + what);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
