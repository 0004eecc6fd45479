package dev.slipway.platform.cli;

import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway apply}. */
@Command(
        name = "apply",
        description = {
            "Bring an environment onto its cluster, in the order in which its parts need each other, and wait until all",
            "of it is ready. Interrupted and run again, it goes on; with nothing to do, it writes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  slipway apply -e dev-ol --registry registry.example.com/his --tag 1.4.0",
            "  slipway apply --plan monday.plan"
        })
public final class ApplyCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ImageOptions options = new ImageOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Apply exactly this plan of 'slipway plan --out', or nothing when something has moved since.")
    @Nullable
    Path plan;

    @Option(names = "--dry-run", description = "Only show what would be changed, as 'slipway plan' does.")
    boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "900",
            converter = Seconds.class,
            description = "How long to wait until all is ready. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ZERO;

    public ApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        SavedPlan saved =
                plan == null ? null : PlanFile.read(session.workingDirectory().resolve(plan));
        if (saved != null) {
            options.take(saved);
        }
        try (var ahead = options.ahead(session)) {
            Manifests manifests = options.manifests(session);
            return run(saved, manifests, ahead.get());
        }
    }

    private ExitCode run(@Nullable SavedPlan saved, Manifests manifests, Cluster cluster)
            throws IOException, InterruptedException {
        var report = new ApplyReport(session.console(), manifests, session.clock());
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), session.clock(), report)) {
            if (saved != null) {
                saved.requireSame(cluster.server(), PlanFile.digest(manifests));
            }
            Foresight foresight = () -> Foreseen.tell(session, options.target, cluster, manifests);
            if (dryRun) {
                foresight.tell();
                return PlanView.show(apply.plan(saved), session.console());
            }
            EnvironmentApply.Draft draft = draft(apply, saved, foresight);
            boolean wrote =
                    new Diagnosed(session, options.target, cluster, manifests).run(() -> apply.run(draft, timeout));
            tell(wrote, report);
            return ExitCode.DONE;
        }
    }

    /** What would keep it from its end. */
    @FunctionalInterface
    private interface Foresight {
        void tell() throws InterruptedException;
    }

    /** Where nothing is to be written, nothing can go wrong; what is refused is told with all else that would be. */
    private static EnvironmentApply.Draft draft(EnvironmentApply apply, @Nullable SavedPlan saved, Foresight foresight)
            throws InterruptedException {
        EnvironmentApply.Draft draft;
        try {
            draft = apply.draft(saved);
        } catch (UserError | Refusal refused) {
            foresight.tell();
            throw refused;
        }
        if (draft.plan().writes()) {
            foresight.tell();
        }
        return draft;
    }

    private void tell(boolean wrote, ApplyReport report) {
        if (session.console().format() != OutputFormat.TABLE) {
            report.result(Map.of("wrote", wrote), () -> new Table("WROTE"));
        }
        session.console().note(wrote ? "All is ready." : "Nothing to change; all is ready.");
    }
}
