package dev.slipway.platform.cli;

import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.report.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway plan}. */
@Command(
        name = "plan",
        description = {
            "Show what 'slipway apply' would change on the cluster; nothing is written.",
            "Ends with 3 when there are changes; 'slipway diff' shows their values."
        },
        footer = {
            "",
            "Examples:",
            "  slipway plan -e dev-ol --registry registry.example.com/his --tag 1.4.0",
            "  slipway plan -e dev-ol --registry registry.example.com/his --tag 1.4.0 --out monday.plan"
        })
public final class PlanCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ImageOptions options = new ImageOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save the plan for 'slipway apply --plan'. No value of a Secret is in it.")
    @Nullable
    Path out;

    public PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        return options.planning(session, (apply, cluster, manifests) -> {
            Foreseen.tell(session, options.target, cluster, manifests);
            if (out == null) {
                return PlanView.show(apply.plan(), session.console());
            }
            SavedPlan saved = apply.save(options.images(), PlanFile.digest(manifests));
            PlanFile.write(session.workingDirectory().resolve(out), saved);
            return PlanView.show(saved.plan(), session.console());
        });
    }
}
