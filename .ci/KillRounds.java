import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
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
 * Flushes Redis and kills a running stack in every way, and shows that it goes on or comes back with its data and that
 * nothing else was touched: a component, everything at once, and the launcher of another stack beside it; at the end Ctrl-C,
 * which has to leave nothing.
 * Each component, and under load, is killed by {@code bench/kill-under-load}.
 *
 * <p>{@code java .ci/KillRounds.java DATA PORT}, from the root of a built tree, while the whole stack of that data
 * directory runs and answers on that port, after its smoke test. The stack is down afterwards.
 */
final class KillRounds {
    private static final Duration COMES_BACK = Duration.ofMinutes(4);
    private static final Duration STOPS = Duration.ofSeconds(15);
    /** Each look starts a JVM, beside those that are waited for. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Pattern COMPONENT = Pattern.compile("\"component\" : \"([^\"]*)\",\\s*\"state\" : \"([^\"]*)\","
            + "\\s*\"pid\" : (\\d+),\\s*\"port\" : (\\d+),[^}]*?\"restarts\" : (\\d+)");
    private static final Pattern APPOINTMENTS = Pattern.compile("\"appointments\" : (\\d+)");

    private final Path data;
    private final int port;
    private final Path other;
    private final long begin = System.nanoTime();
    private int appointments;

    private KillRounds(Path data, int port) {
        this.data = data;
        this.port = port;
        this.other = data.resolveSibling("other");
    }

    /** What {@code slipway status} tells of one component. */
    private record Seen(long pid, String state, int port, int restarts) {}

    public static void main(String[] arguments) throws Exception {
        var rounds = new KillRounds(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try {
            rounds.run();
        } finally {
            rounds.slipway(rounds.other, "down").waitFor();
        }
    }

    private void run() throws Exception {
        appointments = appointments();
        startBeside();
        killLauncherBeside();
        Map<String, Seen> neighbours = status(other);
        flushRedis();
        List<String> components = List.copyOf(status(data).keySet());
        killOne(components.get(new Random().nextInt(components.size())));
        killAll();
        expect(status(other).equals(neighbours), "the stack beside has changed: " + neighbours + " → " + status(other));
        say("the stack beside was not touched");
    }

    /** What docs/operations.md says is lost concerns nobody who begins anew; nothing of what was before is missing. */
    private void flushRedis() throws Exception {
        long start = System.nanoTime();
        String password = succeed(slipway(data, "secret", "redis-password"), "its password").strip();
        try (var redis = new Socket(InetAddress.getLoopbackAddress(), status(data).get("redis").port())) {
            redis.setSoTimeout((int) STOPS.toMillis());
            var answers = new BufferedReader(new InputStreamReader(redis.getInputStream(), US_ASCII));
            for (String command : List.of("AUTH " + password, "FLUSHALL")) {
                redis.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
                expect("+OK".equals(answers.readLine()), "Redis refuses " + command.split(" ")[0]);
            }
        }
        theDataIsThere();
        succeed(slipway(data, "smoke"), "the smoke test after a flush of Redis");
        appointments = appointments();
        say("flushed Redis, nothing missed after " + seconds(start));
    }

    private void killOne(String component) throws Exception {
        long start = System.nanoTime();
        Seen before = status(data).get(component);
        kill(List.of(before.pid()));
        Map<String, Seen> after = await(
                component + " is not ready again",
                seen -> seen.containsKey(component)
                        && seen.get(component).pid() != before.pid()
                        && seen.values().stream().allMatch(each -> each.state().equals("ready")));
        expect(after.get(component).restarts() == before.restarts() + 1, component + " counts " + after.get(component));
        say("killed " + component + ", all ready again after " + seconds(start));
    }

    private void startBeside() throws Exception {
        succeed(slipway(other, "up", "--detach", "--only", "redis,mysql", "--port", "18080"), "a stack beside the first");
    }

    /** How many components it leaves behind is all the same to the next start, which ends them first: so two will do. */
    private void killLauncherBeside() throws Exception {
        Map<String, Seen> before = status(other);
        expect(before.size() == 2, "the stack beside has " + before.keySet());
        kill(List.of(supervisor(other)));
        expect(before.values().stream().allMatch(seen -> lives(seen.pid())), "components died with their launcher");
        long start = System.nanoTime();
        startBeside();
        expect(before.values().stream().allMatch(seen -> ends(seen.pid())), "leftovers still run: " + before);
        expect(status(other).keySet().equals(before.keySet()), "not all is back: " + status(other));
        say("killed the launcher of the stack beside, up again after " + seconds(start));
    }

    /** The last start is in the foreground, so that it can be ended as a person does. */
    private void killAll() throws Exception {
        var everything = new ArrayList<>(List.of(supervisor(data)));
        status(data).values().forEach(seen -> everything.add(seen.pid()));
        kill(everything);
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
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException(otherwise + ": " + seen);
    }

    /** They are in the databases, and what their patients were told; their schedules are in MongoDB. */
    private void theDataIsThere() throws Exception {
        int now = appointments();
        expect(now == appointments, "there were " + appointments + " appointments and are " + now);
    }

    private int appointments() throws Exception {
        Matcher found = APPOINTMENTS.matcher(succeed(slipway(data, "verify", "--timeout", "120", "-o", "json"), "the books"));
        expect(found.find() && !found.group(1).equals("0"), "the stack has no appointments");
        return Integer.parseInt(found.group(1));
    }

    /** Components by name; those without a process have the number 0. */
    private Map<String, Seen> status(Path stack) throws Exception {
        Process process = slipway(stack, "status", "-o", "json");
        String json = new String(process.getInputStream().readAllBytes()).replace(": null", ": 0");
        process.waitFor();
        var seen = new LinkedHashMap<String, Seen>();
        Matcher found = COMPONENT.matcher(json);
        while (found.find()) {
            long pid = Long.parseLong(found.group(3));
            int at = Integer.parseInt(found.group(4));
            seen.put(found.group(1), new Seen(pid, found.group(2), at, Integer.parseInt(found.group(5))));
        }
        return seen;
    }

    private static long supervisor(Path stack) throws IOException {
        Matcher pid = Pattern.compile("\"process\":\\{\"pid\":(\\d+)")
                .matcher(Files.readString(stack.resolve("run/supervisor.json")));
        expect(pid.find(), "run/supervisor.json names no process");
        return Long.parseLong(pid.group(1));
    }

    /** At once; then waits for them together, since who takes over orphans may look after them now and then only. */
    private static void kill(List<Long> pids) {
        List<ProcessHandle> victims =
                pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** What has ended can be seen until whoever takes over orphans looks after it. */
    private static boolean ends(long pid) {
        return ProcessHandle.of(pid)
                .map(left -> left.onExit().completeOnTimeout(null, STOPS.toSeconds(), TimeUnit.SECONDS).join() != null)
                .orElse(true);
    }

    private Process slipway(Path stack, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("./slipway", "--no-build"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", stack.toString()));
        return new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(data.resolveSibling("rounds.log").toFile()))
                .start();
    }

    private String succeed(Process process, String what) throws Exception {
        String out = new String(process.getInputStream().readAllBytes());
        expect(process.waitFor() == 0, what + " failed, see " + data.resolveSibling("rounds.log") + "\n" + out);
        return out;
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void say(String what) {
        System.out.println(seconds(begin) + "  " + what);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
