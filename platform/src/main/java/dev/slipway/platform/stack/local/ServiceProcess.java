package dev.slipway.platform.stack.local;

import dev.slipway.platform.secrets.SecretDirectory;
import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.secrets.Secrets;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.app.Apps;
import dev.slipway.platform.stack.app.Jvm;
import dev.slipway.platform.stack.app.StartupCache;
import dev.slipway.platform.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How the process of one service is started, for real and to record its start-up cache. */
record ServiceProcess(
        String name,
        Service service,
        Environment environment,
        Path home,
        DataDirectory directory,
        StackPorts ports,
        Secrets secrets,
        Apps apps,
        Jvm jvm) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Part of a process' memory that is its heap; the rest are classes, code, threads and buffers. */
    private static final double HEAP = 0.4;

    Launch launch() throws IOException, InterruptedException {
        return launch(name, cache().flags(), directory.log(name));
    }

    /** A run that stops when the context is refreshed: before it listens, registers or takes messages. */
    Launch recording() throws IOException, InterruptedException {
        var flags = new ArrayList<>(cache().recordingFlags());
        flags.add("-Dspring.context.exit=onRefresh");
        return launch("record-" + name, flags, directory.log("record-" + name));
    }

    StartupCache cache() throws IOException, InterruptedException {
        return apps.cache(name, program(), flags());
    }

    Path program() throws IOException, InterruptedException {
        return apps.unpacked(name, jar(), directory.log(name));
    }

    private Launch launch(String component, List<String> cacheFlags, Path log)
            throws IOException, InterruptedException {
        Path program = program();
        Path work = directory.store(name);
        Files.createDirectories(work.resolve("tmp"));
        var command = new ArrayList<String>();
        command.add(jvm.java());
        command.addAll(flags());
        command.addAll(cacheFlags);
        command.add("-Djava.io.tmpdir=" + work.resolve("tmp"));
        command.add("-jar");
        command.add(program.toString());
        return new Launch(component, command, variables(), work, log);
    }

    private List<String> flags() {
        return List.of(
                "-Xmx" + Math.round(service.memory().mebibytes() * HEAP) + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC");
    }

    private Map<String, String> variables() throws IOException {
        var variables = new LinkedHashMap<String, String>();
        variables.put("SERVER_PORT", Integer.toString(ports.of(name)));
        variables.put("SPRING_PROFILES_ACTIVE", environment.name());
        variables.put("SLIPWAY_BIND", LOOPBACK);
        variables.put("SLIPWAY_ADVERTISE", LOOPBACK);
        variables.put("SLIPWAY_SECRETS", secretFolder().toString());
        variables.put("SLIPWAY_RUN", directory.store(name).toString());
        // Leaves the whole stack time to stop in order.
        variables.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "3s");
        service.needs().forEach(need -> variables.putAll(address(need)));
        variables.put("PLATFORM_URL", url(environment.entry()));
        environment.services().keySet().forEach(other -> variables.put(urlVariable(other), url(other)));
        variables.putAll(service.environment());
        return variables;
    }

    private String url(String component) {
        return "http://" + LOOPBACK + ":" + ports.of(component);
    }

    /** Such as {@code HOSPITAL_MANAGE_URL}: for whoever stands outside of the registry, whatever the ports are. */
    private static String urlVariable(String component) {
        return component.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    private Path secretFolder() throws IOException {
        Path folder = directory.root().resolve("secrets").resolve(name);
        SecretDirectory.render(folder, SecretPlan.filesOf(name, service), secrets);
        return folder;
    }

    private Map<String, String> address(String need) {
        return switch (need) {
            case "nacos" -> Map.of("NACOS_ADDRESS", LOOPBACK + ":" + ports.of(need));
            case "mysql" -> Map.of("MYSQL_ADDRESS", LOOPBACK + ":" + ports.of(need));
            case "redis" -> hostAndPort("REDIS", need);
            case "rabbitmq" -> hostAndPort("RABBITMQ", need);
            case "mongodb" -> hostAndPort("MONGODB", need);
            default -> Map.of();
        };
    }

    private Map<String, String> hostAndPort(String prefix, String need) {
        return Map.of(prefix + "_HOST", LOOPBACK, prefix + "_PORT", Integer.toString(ports.of(need)));
    }

    /** The one executable jar that the build has left. */
    private Path jar() throws IOException {
        Path target = home.resolve(service.moduleOf(name)).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().matches(name + "(-[0-9].*)?\\.jar"))
                        .sorted()
                        .toList();
                if (!jars.isEmpty()) {
                    return jars.get(jars.size() - 1);
                }
            }
        }
        return target.resolve(name + ".jar");
    }
}
