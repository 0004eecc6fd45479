package dev.slipway.platform.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.DataDirectoryCheck;
import dev.slipway.platform.doctor.ExposureCheck;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.JavaCheck;
import dev.slipway.platform.doctor.LeftoversCheck;
import dev.slipway.platform.doctor.LocaleCheck;
import dev.slipway.platform.doctor.MemoryCheck;
import dev.slipway.platform.doctor.PortsCheck;
import dev.slipway.platform.doctor.SecretsCheck;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.port.FreePorts;
import dev.slipway.platform.stack.port.ListeningSockets;
import dev.slipway.platform.stack.port.PortOwners;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway doctor}. */
@Command(
        name = "doctor",
        description = {
            "Check what the stack needs from this machine, or an environment from its cluster, and say how to fix what",
            "is missing. Nothing is changed. Ends with 0 when it can run, and with 1 otherwise; warnings alone do not",
            "matter."
        },
        footer = {
            "",
            "Examples:",
            "  slipway doctor",
            "  slipway doctor --data /tmp/second",
            "  slipway doctor -e dev-ol --context staging",
            "  slipway doctor -o json"
        })
public final class DoctorCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ClusterOptions options = new ClusterOptions();

    public DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        List<Check> checks = options.environment.name.isEmpty() ? checks() : ofCluster();
        List<Finding> findings =
                checks.stream().flatMap(check -> check.look().stream()).toList();
        Console console = session.console();
        console.show(findings, () -> table(findings, console));
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.PROBLEM)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private List<Check> ofCluster() throws IOException, InterruptedException {
        var description = options.environment.description(session);
        var manifests = options.manifests(session);
        try (var cluster = options.cluster(session)) {
            return new ClusterDoctor(cluster, manifests, description, session.clock()).checks();
        }
    }

    private List<Check> checks() {
        var workspace = session.workspace();
        Environment local = Descriptions.load(workspace, "local");
        var stack = new RunningStack(DataDirectory.at(workspace.data()), session.clock());
        boolean runs = stack.running();
        Map<String, List<Long>> living = living(stack);
        var owners = new PortOwners();
        return List.of(
                new JavaCheck(Runtime.version().feature(), Path.of(System.getProperty("java.home"))),
                new MemoryCheck(runs ? 0 : memory(local), totalMemory(), Path.of("/proc/meminfo")),
                new DataDirectoryCheck(workspace.data()),
                new SecretsCheck(new SecretsFile(workspace.secrets(), new SecureRandom())),
                new PortsCheck(
                        ports(local), runs, port -> holds(living, owners.pid(port)), FreePorts::free, owners::of),
                new ExposureCheck(living, new ListeningSockets()::exposed),
                new LocaleCheck(
                        System.getProperty("slipway.locale", ""),
                        System.getProperty("sun.jnu.encoding", "UTF-8"),
                        session.environment().get("TZ")),
                new LeftoversCheck(runs, living));
    }

    private static boolean holds(Map<String, List<Long>> living, OptionalLong owner) {
        return owner.isPresent()
                && living.values().stream().anyMatch(processes -> processes.contains(owner.getAsLong()));
    }

    private static Map<String, List<Long>> living(RunningStack stack) {
        var living = new LinkedHashMap<String, List<Long>>();
        stack.processes()
                .forEach((component, processes) -> living.put(
                        component,
                        processes.stream()
                                .map(process -> process.identity().pid())
                                .toList()));
        return living;
    }

    private static Map<String, Integer> ports(Environment environment) {
        var ports = new LinkedHashMap<String, Integer>();
        environment.middleware().forEach((kind, server) -> {
            int main = environment.port(kind);
            ports.put(kind.toString(), main);
            server.ports().forEach((name, port) -> ports.put(kind + " " + name, port));
            kind.derivedPorts(main).forEach((name, port) -> ports.put(kind + " " + name, port));
        });
        environment.services().forEach((name, service) -> ports.put(name, service.port()));
        return ports;
    }

    private static long memory(Environment environment) {
        return environment.middleware().entrySet().stream()
                        .mapToLong(server ->
                                server.getValue().memory(server.getKey()).bytes())
                        .sum()
                + environment.services().values().stream()
                        .mapToLong(service -> service.memory().bytes())
                        .sum();
    }

    private static long totalMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static Table table(List<Finding> findings, Console console) {
        var table = new Table("CHECK", "VERDICT", "FOUND", "FIX");
        for (Finding finding : findings) {
            Style style =
                    switch (finding.verdict()) {
                        case OK -> Style.GOOD;
                        case WARNING -> Style.WARNING;
                        case PROBLEM -> Style.BAD;
                    };
            table.row(
                    finding.check(),
                    console.paint(style, finding.verdict().toString()),
                    finding.found(),
                    finding.fix());
        }
        return table;
    }
}
