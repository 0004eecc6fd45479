package dev.slipway.platform.cli;

import dev.slipway.platform.apply.EnvironmentStatus;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code status -e ENV} shows: the objects of an environment on its cluster, those that are not ready first. */
final class ClusterStatus {
    private final Session session;
    private final ClusterOptions options;

    ClusterStatus(Session session, ClusterOptions options) {
        this.session = session;
        this.options = options;
    }

    /**
     * What programs read.
     *
     * @param state {@code ready}, {@code waiting} or {@code failed}
     */
    record ObjectView(ObjectId object, String state, String reason) {}

    /** @param timeout how long to watch; null to look once */
    ExitCode run(@Nullable Duration timeout) throws IOException, InterruptedException {
        Console console = session.console();
        try (var cluster = options.cluster(session)) {
            var manifests = options.manifests(session);
            var report = new ApplyReport(console, manifests, session.clock());
            var status = new EnvironmentStatus(cluster, manifests, session.clock(), report);
            Map<ObjectId, Readiness> verdicts = timeout == null ? status.look() : status.watch(timeout);
            boolean ready = EnvironmentStatus.ready(verdicts);
            List<ObjectView> views = views(verdicts);
            Map<String, Object> view =
                    Map.of("environment", options.environment.name, "ready", ready, "objects", views);
            if (timeout == null) {
                console.show(view, () -> table(views, console));
            } else {
                report.result(view, () -> table(views, console));
            }
            return ready ? ExitCode.DONE : timeout == null ? ExitCode.FAILED : ExitCode.TIMED_OUT;
        }
    }

    private static List<ObjectView> views(Map<ObjectId, Readiness> verdicts) {
        return verdicts.entrySet().stream()
                .map(entry -> new ObjectView(
                        entry.getKey(),
                        ApplyLines.state(entry.getValue()),
                        entry.getValue().reason()))
                .sorted(Comparator.comparing((ObjectView view) -> view.state().equals("ready"))
                        .thenComparing(ObjectView::state))
                .toList();
    }

    private static Table table(List<ObjectView> views, Console console) {
        var table = new Table("OBJECT", "STATE", "REASON");
        views.forEach(view -> table.row(
                view.object().toString(), console.paint(ApplyLines.style(view.state()), view.state()), view.reason()));
        return table;
    }
}
