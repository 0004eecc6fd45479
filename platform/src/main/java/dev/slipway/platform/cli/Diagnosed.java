package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.diagnosis.live.Investigation;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.List;
import java.util.Set;

/** Work on a cluster that says why, when something fails or is not ready in time. */
record Diagnosed(Session session, ClusterOptions options, Cluster cluster, Manifests manifests) {
    private static final Set<ExitCode> UNFINISHED = Set.of(ExitCode.FAILED, ExitCode.TIMED_OUT);

    /** The work itself. */
    @FunctionalInterface
    interface Work {
        boolean run() throws InterruptedException;
    }

    boolean run(Work work) throws InterruptedException {
        try {
            return work.run();
        } catch (UserError error) {
            if (UNFINISHED.contains(error.exitCode())) {
                explain();
            }
            throw error;
        }
    }

    /** The failure itself is told by whoever catches it; where nothing can be found out, it stands alone. */
    private void explain() throws InterruptedException {
        var console = session.console();
        try {
            List<Diagnosis> wrong =
                    new Investigation(cluster, manifests, options.environment.description(session)).of("");
            if (!wrong.isEmpty()) {
                DiagnosisTable.of(wrong, console).lines().forEach(console::note);
            }
        } catch (UserError unknown) {
            console.verbose("no diagnosis: " + unknown.what());
        }
    }
}
