package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.prediction.FactFinder;
import dev.slipway.platform.prediction.Predictions;
import dev.slipway.platform.report.Style;
import java.util.List;

/** Says what would go wrong before anything is written. */
final class Foreseen {
    private Foreseen() {}

    /** @throws dev.slipway.platform.report.UserError when something would keep the apply from its end */
    static void tell(Session session, ClusterOptions options, Cluster cluster, Manifests manifests)
            throws InterruptedException {
        var environment = options.environment.description(session);
        List<Finding> findings =
                Predictions.of(new FactFinder(cluster, manifests, environment, session.clock()).find());
        var console = session.console();
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.WARNING)
                .forEach(finding -> console.note(
                        console.paint(Style.WARNING, "warning: ") + finding.found() + "; " + finding.fix()));
        Predictions.orThrow(findings);
    }
}
