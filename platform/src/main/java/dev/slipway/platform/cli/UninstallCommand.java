package dev.slipway.platform.cli;

import dev.slipway.platform.apply.Action;
import dev.slipway.platform.apply.Change;
import dev.slipway.platform.apply.EnvironmentRemoval;
import dev.slipway.platform.apply.Plan;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway uninstall}. */
@Command(
        name = "uninstall",
        description = {
            "Take an environment from its cluster, in the reverse order of 'slipway apply', and wait until it is gone.",
            "Claims with their data, volumes, definitions of kinds and the namespace stay unless they are named; with the",
            "claims stay the Secrets with their passwords. Interrupted and run again, it goes on."
        },
        footer = {
            "",
            "Examples:",
            "  slipway uninstall -e dev-ol                     ask, then remove all but the data",
            "  slipway uninstall -e dev-ol --yes --delete-claims --delete-namespace"
        })
public final class UninstallCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ClusterOptions options = new ClusterOptions();

    @Option(
            names = "--delete-claims",
            description = "Delete the claims too, and with them the data; wait for their volumes to go.")
    boolean claims;

    @Option(names = "--delete-volumes", description = "Delete the volumes that the description names.")
    boolean volumes;

    @Option(
            names = "--delete-definitions",
            description = "Delete definitions of kinds, with all objects of these kinds in all namespaces.")
    boolean definitions;

    @Option(names = "--delete-namespace", description = "Delete the namespaces, with all that others have put there.")
    boolean namespace;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be deleted and what kept.")
    boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = Seconds.class,
            description = "How long to wait until all is gone. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ZERO;

    public UninstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        var manifests = options.manifests(session);
        var report = new ApplyReport(session.console(), manifests, session.clock());
        try (var cluster = options.cluster(session);
                var removal = new EnvironmentRemoval(cluster, manifests, named(), session.clock(), report)) {
            Plan plan = removal.plan();
            if (dryRun) {
                return PlanView.show(plan, session.console());
            }
            if (plan.writes()) {
                ask(plan, cluster);
                plan = removal.run(timeout);
            }
            tell(plan, report, described(manifests));
            if (!removal.knowsVolumes()) {
                session.console()
                        .note(
                                "Whether the volumes of the claims are gone is not known: this user may not list volumes.");
            }
        }
        return ExitCode.DONE;
    }

    private Set<String> named() {
        var named = new HashSet<String>();
        Map.of(
                        "PersistentVolumeClaim", claims,
                        "PersistentVolume", volumes,
                        "CustomResourceDefinition", definitions,
                        "Namespace", namespace)
                .forEach((kind, told) -> {
                    if (told) {
                        named.add(kind);
                    }
                });
        return named;
    }

    private void ask(Plan plan, Cluster cluster) {
        String question = "Remove " + of(plan, Action.DELETE).size() + " objects of " + options.environment.name
                + " from " + cluster.server() + " for good?";
        if (!yes && !session.console().confirm(question)) {
            throw new UserError("nothing was removed", "say yes, or give --yes", ExitCode.REFUSED);
        }
    }

    private static Set<ObjectId> described(Manifests manifests) {
        return manifests.objects().stream().map(ObjectId::of).collect(Collectors.toSet());
    }

    private void tell(Plan plan, ApplyReport report, Set<ObjectId> described) {
        List<Change> left = of(plan, Action.KEEP);
        Map<String, Object> view = Map.of(
                "removed", of(plan, Action.DELETE).stream().map(Change::id).toList(),
                "left", left.stream().map(Change::id).toList());
        report.result(view, () -> table(left, described));
        session.console()
                .note(
                        !plan.writes()
                                ? "Nothing to remove."
                                : left.isEmpty() ? "All is gone." : "All is gone but what is named above.");
    }

    private static Table table(List<Change> left, Set<ObjectId> described) {
        var table = new Table("LEFT", "BECAUSE");
        left.forEach(change ->
                table.row(change.id().toString(), because(change.id().kind(), described.contains(change.id()))));
        return table;
    }

    private static String because(String kind, boolean described) {
        return switch (kind) {
            case "PersistentVolumeClaim" -> "it holds data; --delete-claims deletes it";
            case "PersistentVolume" ->
                described
                        ? "it holds data; --delete-volumes deletes it"
                        : "its reclaim policy keeps it with its data; delete it by hand";
            case "CustomResourceDefinition" -> "others may use the kind; --delete-definitions deletes it";
            case "Namespace" -> "others may use it; --delete-namespace deletes it";
            case "Secret" -> "the data that is left was made with it";
            default -> "it names what is left";
        };
    }

    private static List<Change> of(Plan plan, Action action) {
        return plan.changes().stream()
                .filter(change -> change.action() == action)
                .toList();
    }
}
