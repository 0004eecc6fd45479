package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of a rotation that take a while: Jobs, and pods that start anew. */
final class RotationSteps {
    /** On a pod template: which state of its Secrets the pods have. A changed one is a rollout, and an apply leaves it alone. */
    private static final String SECRETS = "slipway.dev/secrets-version";

    private static final String JOB = "batch.kubernetes.io/job-name";
    private static final int LINES = 5;
    private final Cluster cluster;
    private final Manifests manifests;
    private final RotatedValues values;
    private final Clock clock;
    private final EnvironmentLease lease;
    private final Parallel parallel;
    private final Consumer<ApplyEvent> events;

    RotationSteps(
            Cluster cluster,
            Manifests manifests,
            RotatedValues values,
            Clock clock,
            EnvironmentLease lease,
            Parallel parallel,
            Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.values = values;
        this.clock = clock;
        this.lease = lease;
        this.parallel = parallel;
        this.events = events;
    }

    /** Runs a Job to its end, also one that an earlier run has left; only one that failed stays for a look. */
    void run(Job job, Instant end) throws InterruptedException {
        ObjectId id = ObjectId.of(job);
        new Clearance(cluster, lease).clear(id);
        try {
            await(new Step(id, id.name(), Set.of(), Action.CREATE, () -> write(job)), List.of(), end);
        } catch (UserError error) {
            throw new UserError(error.what() + said(id), error.fix(), error.exitCode(), error);
        }
        new Clearance(cluster, lease).clear(id);
        events.accept(new ApplyEvent.Gone(id));
    }

    private Step.Outcome write(Job job) throws InterruptedException {
        lease.renew();
        ObjectNode marked = Ownership.mark(cluster.tree(job), manifests);
        return Step.Outcome.written(cluster.typed(cluster.apply(marked, false)));
    }

    /** The end of what the pods of a Job have written, which is no value of a secret. */
    private String said(ObjectId job) throws InterruptedException {
        var lines = new ArrayList<String>();
        try {
            for (ObjectNode live : cluster.list("v1", "Pod", job.namespace(), JOB + "=" + job.name())) {
                Pod pod = cluster.typed(live, Pod.class);
                String container = pod.getSpec().getContainers().get(0).getName();
                lines.addAll(cluster.log(ObjectId.of(pod), container, LINES));
            }
        } catch (Refusal notPermitted) {
            return ""; // then the failure stands alone
        }
        return lines.isEmpty() ? "" : "\n  it says: " + String.join("\n  ", lines);
    }

    /**
     * Starts the pods of a workload anew, unless they have started with the present Secrets, and waits for them. One that
     * is not there yet starts with them anyway.
     */
    void startAnew(Manifest workload, Instant end) throws InterruptedException {
        ObjectId id = ObjectId.of(workload.object());
        Optional<ObjectNode> live = cluster.get(id);
        if (live.isEmpty()) {
            return;
        }
        String version = values.version(workload.object());
        boolean started = live.get()
                .at("/spec/template/metadata/annotations")
                .path(SECRETS)
                .asText()
                .equals(version);
        Step.Write write = () -> Step.Outcome.written(cluster.typed(started ? live.get() : annotate(id, version)));
        Action action = started ? Action.UNCHANGED : Action.UPDATE;
        await(new Step(id, workload.component(), Set.of(), action, write), started ? List.of(id) : List.of(), end);
    }

    private ObjectNode annotate(ObjectId id, String version) throws InterruptedException {
        lease.renew();
        var metadata = Map.of("annotations", Map.of(SECRETS, version));
        return cluster.merge(id, Map.of("spec", Map.of("template", Map.of("metadata", metadata))));
    }

    /** @param again what gets a second chance, as an earlier run has left it */
    private void await(Step step, List<ObjectId> again, Instant end) throws InterruptedException {
        var chance = new SecondChance(cluster, clock);
        chance.give(again);
        try (var lookout = new Lookout(cluster, manifests.environment())) {
            new Waiting(clock, lease, parallel).until(new Rollout(List.of(step), lookout, chance, events), end);
        }
    }
}
