import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the stack takes from nothing running to the first routed answer, and what it uses then.
 *
 * <p>Rounds alternate between {@code slipway up} on a built tree with warm caches, and the same processes started all at
 * once with plain {@code java -jar}: the built jars, no JVM flags, no caches, nothing in order. In that burst a process
 * that ends because what it needs is not there yet is started again at once, as a simple script would. Both run on the
 * same data. Linux only: the plain commands are read from {@code /proc} of the running stack.
 *
 * <p>{@code java bench/startup/Startup.java [rounds]}, from the root of a built tree.
 */
final class Startup {
    private static final int PORT = 19080;
    private static final String FIRST = "/api/dictionaries/province";
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

    private final Path data;
    private final List<Double> ups = new ArrayList<>();
    private final List<Double> plains = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();
    private final List<Double> plainResident = new ArrayList<>();
    private int restarts;
    private Map<String, Plain> commands = Map.of();

    private record Plain(List<String> command, Map<String, String> environment, Path directory) {}

    private Startup(Path data) {
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var run = new Startup(Files.createTempDirectory("slipway-startup").resolve("data"));
        try {
            run.warm();
            for (int round = 1; round <= rounds; round++) {
                run.up();
                run.plain();
                System.out.printf(
                        Locale.ROOT, "round %d: up %.1f s, plain %.1f s%n", round, last(run.ups), last(run.plains));
            }
            run.write();
        } finally {
            run.slipway("down", "--purge", "--yes").waitFor();
        }
    }

    /** The first start fills the databases; afterwards the caches are recorded beside the running stack. */
    private void warm() throws Exception {
        if (slipway("up", "--detach", "--no-build", "--port", String.valueOf(PORT)).waitFor() != 0) {
            throw new IllegalStateException("the stack does not come up");
        }
        commands = plainCommands();
        long programs = commands.values().stream()
                .filter(plain -> plain.command().contains("-jar"))
                .count();
        Instant end = Instant.now().plus(Duration.ofMinutes(15));
        while (caches() < programs) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("only " + caches() + " of " + programs + " caches were recorded");
            }
            Thread.sleep(1000);
        }
        down();
    }

    private long caches() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("apps"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cache-")).count();
        }
    }

    private void up() throws Exception {
        long start = System.nanoTime();
        Process supervisor = slipway("up", "--no-build", "--port", String.valueOf(PORT));
        ups.add(firstAnswer(start, () -> {}));
        // Everything else may still be starting: memory counts when all of it is there.
        while (slipway("status").waitFor() != 0) {
            Thread.sleep(500);
        }
        resident.add(megabytes(Stream.concat(
                Stream.of(ProcessHandle.of(supervisor.pid()).orElseThrow()).flatMap(Startup::javaOf),
                stackProcesses().stream())));
        down();
        supervisor.waitFor();
    }

    private void plain() throws Exception {
        var running = new LinkedHashMap<String, Process>();
        long start = System.nanoTime();
        try {
            for (String name : commands.keySet()) {
                running.put(name, start(name));
            }
            plains.add(firstAnswer(start, () -> startAgain(running)));
            plainResident.add(megabytes(running.values().stream().map(Process::toHandle)));
        } finally {
            for (Process process : running.values()) {
                process.destroy();
            }
            for (Process process : running.values()) {
                process.waitFor();
            }
        }
    }

    private void startAgain(Map<String, Process> running) throws IOException {
        for (var each : running.entrySet()) {
            if (!each.getValue().isAlive()) {
                restarts++;
                each.setValue(start(each.getKey()));
            }
        }
    }

    private Process start(String name) throws IOException {
        Plain plain = commands.get(name);
        var builder = new ProcessBuilder(plain.command())
                .directory(plain.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(data.resolve("plain-" + name + ".log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(plain.environment());
        return builder.start();
    }

    private interface Meanwhile {
        void run() throws IOException;
    }

    private static double firstAnswer(long start, Meanwhile meanwhile) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + FIRST))
                .timeout(Duration.ofSeconds(2))
                .build();
        while (System.nanoTime() - start < WITHIN.toNanos()) {
            try {
                if (HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - start) / 1e9;
                }
            } catch (IOException notYet) {
                // Nothing listens, or it does not answer in time.
            }
            meanwhile.run();
            Thread.sleep(50);
        }
        throw new IllegalStateException("no answer within " + WITHIN);
    }

    /** What runs now, with everything taken away that {@code slipway} adds to make it start faster. */
    private Map<String, Plain> plainCommands() throws IOException {
        var plain = new LinkedHashMap<String, Plain>();
        for (ProcessHandle process : stackProcesses()) {
            Path proc = Path.of("/proc", String.valueOf(process.pid()));
            Path directory = Files.readSymbolicLink(proc.resolve("cwd"));
            String name = directory.getFileName().toString();
            plain.put(name, new Plain(plainCommand(process, proc, name), environment(proc), directory));
        }
        return plain;
    }

    private List<String> plainCommand(ProcessHandle process, Path proc, String name) throws IOException {
        if (name.equals("redis")) { // it writes its title over its arguments
            return List.of(
                    Files.readSymbolicLink(proc.resolve("exe")).toString(),
                    data.resolve("data/redis/redis.conf").toString());
        }
        var command = new ArrayList<String>();
        for (String argument : strings(proc.resolve("cmdline"))) {
            if (argument.startsWith(data.resolve("apps").toString()) && argument.endsWith(".jar")) {
                command.add(built(Path.of(argument).getFileName().toString()));
            } else if (!argument.startsWith("-X")) {
                command.add(argument);
            }
        }
        return command;
    }

    private static String built(String jar) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 4)) {
            return files.filter(file -> file.endsWith(Path.of("target", jar)))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static Map<String, String> environment(Path proc) throws IOException {
        var environment = new LinkedHashMap<String, String>();
        for (String entry : strings(proc.resolve("environ"))) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return environment;
    }

    private static List<String> strings(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("\0", -1))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Processes that work below the data directory. */
    private List<ProcessHandle> stackProcesses() {
        return ProcessHandle.allProcesses().filter(this::ofTheStack).toList();
    }

    private boolean ofTheStack(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"))
                    .startsWith(data.resolve("data"));
        } catch (IOException gone) {
            return false;
        }
    }

    private static Stream<ProcessHandle> javaOf(ProcessHandle launcher) {
        return Stream.concat(Stream.of(launcher), launcher.children());
    }

    private static double megabytes(Stream<ProcessHandle> processes) {
        return processes.mapToDouble(Startup::megabytes).sum();
    }

    private static double megabytes(ProcessHandle process) {
        try {
            Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+) kB")
                    .matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private void down() throws Exception {
        slipway("down").waitFor();
    }

    private Process slipway(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(ROOT.resolve("slipway").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(data.resolveSibling("slipway.log").toFile()))
                .start();
    }

    private void write() throws IOException {
        Path results = Files.createDirectories(ROOT.resolve("bench/results"));
        double ratio = median(ups) / median(plains);
        String machine = Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Files.writeString(
                results.resolve("startup.json"),
                String.format(
                        Locale.ROOT,
                        """
                        {
                          "machine" : "%s",
                          "java" : "%s",
                          "at" : "%s",
                          "upSeconds" : %s,
                          "plainSeconds" : %s,
                          "plainRestarts" : %d,
                          "ratioOfMedians" : %.2f,
                          "upResidentMiB" : %s,
                          "plainResidentMiB" : %s
                        }
                        """,
                        machine,
                        System.getProperty("java.vm.version"),
                        Instant.now(),
                        numbers(ups),
                        numbers(plains),
                        restarts,
                        ratio,
                        numbers(resident),
                        numbers(plainResident)));
        Files.writeString(
                results.resolve("startup.md"),
                String.format(
                        Locale.ROOT,
                        """
                        # Start-up

                        Written by `java bench/startup/Startup.java %d` on %s, Java %s. `slipway up` on built jars with
                        warm caches against the same processes started at once with plain `java -jar`; rounds
                        alternate, on the same data. Time from nothing running to the first 200 of `GET %s` through the
                        gateway. In the plain burst a process that ends for want of another is started again at once
                        (%d times in all). Memory is the sum of resident sizes, the supervisor included.

                        | | median | least | most | goal |
                        |---|---|---|---|---|
                        | `slipway up` | %.1f s | %.1f s | %.1f s | ≤ 20 s on 2 cores |
                        | plain burst | %.1f s | %.1f s | %.1f s | |
                        | ratio of medians | %.2f | | | ≤ 0.6 |
                        | memory, `slipway up` | %.0f MiB | %.0f MiB | %.0f MiB | ≤ 2.5 GB |
                        | memory, plain | %.0f MiB | %.0f MiB | %.0f MiB | |
                        """,
                        ups.size(),
                        machine,
                        System.getProperty("java.vm.version"),
                        FIRST,
                        restarts,
                        median(ups), least(ups), most(ups),
                        median(plains), least(plains), most(plains),
                        ratio,
                        median(resident), least(resident), most(resident),
                        median(plainResident), least(plainResident), most(plainResident)));
    }

    private static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.1f", value))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
