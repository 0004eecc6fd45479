package dev.slipway.platform.cli;

import dev.slipway.platform.apply.EnvironmentRotation;
import dev.slipway.platform.apply.RotationPlan;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway rotate}. */
@Command(
        name = "rotate",
        description = {
            "Replace generated passwords and keys of an environment by new ones while it runs: its servers take both,",
            "who has them starts anew one after the other, then the old ones are forgotten. No value is printed.",
            "Interrupted and run again, it goes on."
        },
        footer = {
            "",
            "Examples:",
            "  slipway rotate -e dev-ol --all --dry-run        what can be rotated, and what is noticed of it",
            "  slipway rotate -e dev-ol mysql-password-order redis-password",
            "  slipway rotate -e dev-ol --all --yes"
        })
public final class RotateCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ClusterOptions options = new ClusterOptions();

    @Parameters(paramLabel = "NAME", description = "Names of the secrets; an unknown one lists all names.")
    List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "All secrets that can be rotated; the others are named with the reason.")
    boolean all;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    @Option(names = "--dry-run", description = "Only show what would be rotated and what starts anew.")
    boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            converter = Seconds.class,
            description = "How long it may take until all is ready. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ZERO;

    public RotateCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        Manifests manifests = options.manifests(session);
        Rotations rotations = options.rotations(session, manifests);
        Set<String> wanted = wanted(rotations);
        var view = new RotationView(session.console(), all ? rotations.impossible() : Collections.emptySortedMap());
        var report = new ApplyReport(session.console(), manifests, session.clock());
        try (var cluster = options.cluster(session);
                var rotation = new EnvironmentRotation(
                        cluster, manifests, rotations, new SecureRandom(), session.clock(), report)) {
            RotationPlan plan = rotation.plan(wanted);
            if (dryRun) {
                return view.show(plan);
            }
            view.tell(plan);
            ask(plan, cluster);
            new Diagnosed(session, options, cluster, manifests).run(() -> {
                rotation.run(wanted, timeout);
                return true;
            });
            view.done(plan, report);
        }
        return ExitCode.DONE;
    }

    private Set<String> wanted(Rotations rotations) {
        if (all == !names.isEmpty()) {
            throw new UserError(
                    all ? "names beside --all" : "which secrets? there are: " + String.join(", ", rotations.names()),
                    "give names, or --all",
                    ExitCode.USAGE);
        }
        rotations.require(names);
        return all ? rotations.names() : new TreeSet<>(names);
    }

    private void ask(RotationPlan plan, Cluster cluster) {
        String question = "Rotate " + plan.secrets().size() + " secrets of " + options.environment.name + " on "
                + cluster.server() + " and start " + plan.restarted().size() + " workloads anew?";
        if (!yes && !session.console().confirm(question)) {
            throw new UserError("nothing was rotated", "say yes, or give --yes", ExitCode.REFUSED);
        }
    }
}
