package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.UserError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes each object as soon as what it needs is there, and watches all until each is ready or will not be. */
final class Rollout {
    private final Set<Step> waiting;
    private final Map<Step, Readiness> written = new LinkedHashMap<>();
    private final Lookout lookout;
    private final SecondChance again;
    private final Consumer<ApplyEvent> events;
    private @Nullable UserError refused;

    Rollout(List<Step> steps, Lookout lookout, SecondChance again, Consumer<ApplyEvent> events) {
        this.waiting = new LinkedHashSet<>(steps);
        this.lookout = lookout;
        this.again = again;
        this.events = events;
    }

    /**
     * Starts what can be started, and looks again at what is not ready.
     *
     * @return how long the looking took
     */
    Duration advance(Parallel parallel, Clock clock) throws InterruptedException {
        start(parallel);
        Instant began = clock.instant();
        observe();
        Duration took = Duration.between(began, clock.instant());
        start(parallel);
        return took;
    }

    private void start(Parallel parallel) throws InterruptedException {
        for (List<Step> next = next(); !next.isEmpty(); next = next()) {
            waiting.removeAll(next);
            List<Callable<Result>> work = next.stream()
                    .map(step -> (Callable<Result>) () -> write(step))
                    .toList();
            parallel.all(work).forEach(this::note);
        }
    }

    private List<Step> next() {
        var obstacles = new Obstacles(waiting, written);
        return waiting.stream().filter(step -> !obstacles.hinder(step)).toList();
    }

    /** Waits until a look is worth while. */
    void await() throws InterruptedException {
        lookout.await();
    }

    /** Nothing is left that time alone would change. */
    boolean settled() {
        return written.values().stream().noneMatch(Readiness.Progressing.class::isInstance) && next().isEmpty();
    }

    boolean successful() {
        return waiting.isEmpty() && written.values().stream().allMatch(Readiness.Ready.class::isInstance);
    }

    /** The first refusal of the API server, if there was one. */
    @Nullable
    UserError refused() {
        return refused;
    }

    /** What is not ready, with its reason, the failures first. */
    Map<ObjectId, Readiness> unready() {
        var unready = new LinkedHashMap<ObjectId, Readiness>();
        written.forEach((step, readiness) -> {
            if (readiness instanceof Readiness.Failed) {
                unready.put(step.id(), readiness);
            }
        });
        written.forEach((step, readiness) -> {
            if (readiness instanceof Readiness.Progressing) {
                unready.put(step.id(), readiness);
            }
        });
        waiting.forEach(step -> unready.put(step.id(), Readiness.progressing("not started: " + reason(step))));
        return unready;
    }

    private record Result(
            Step step, Step.Outcome outcome, @Nullable UserError refusal) {
        static Result refused(Step step, UserError refusal) {
            return new Result(step, Step.Outcome.unwritten(Readiness.failed(refusal.what())), refusal);
        }
    }

    private static Result write(Step step) throws InterruptedException {
        try {
            return new Result(step, step.write().run(), null);
        } catch (Refusal refusal) {
            return Result.refused(step, Refusals.explain(step.id().toString(), refusal));
        } catch (UserError error) {
            return Result.refused(step, error);
        }
    }

    private void note(Result result) {
        Step step = result.step();
        UserError refusal = result.refusal();
        if (refusal != null) {
            refused = refused == null ? refusal : refused;
        } else if (step.action().writes()) {
            events.accept(new ApplyEvent.Wrote(step.id(), step.action()));
        }
        Readiness readiness = result.outcome().readiness();
        boolean sure = refusal != null || readiness instanceof Readiness.Ready;
        if (sure) {
            tell(step, readiness);
        } else {
            lookout.wrote(step.id(), result.outcome().version());
            written.put(step, Readiness.progressing("written")); // what stands around it is not looked at yet
        }
    }

    private void observe() throws InterruptedException {
        List<Step> open = written.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Readiness.Progressing)
                .map(Map.Entry::getKey)
                .toList();
        Map<ObjectId, Readiness> verdicts =
                lookout.of(open.stream().map(Step::id).toList());
        for (Step step : open) {
            Readiness seen = verdicts.get(step.id());
            Readiness verdict = seen == null ? written.get(step) : again.judge(step.id(), seen);
            if (verdict != null && !verdict.equals(written.get(step))) {
                tell(step, verdict);
            }
        }
    }

    private void tell(Step step, Readiness verdict) {
        written.put(step, verdict);
        events.accept(new ApplyEvent.Changed(step.id(), verdict));
    }

    /** What a step waits for, for people; that it waits is known by {@link Obstacles}. */
    private String reason(Step step) {
        for (Step other : waiting) {
            if (other.rank() < step.rank() && concerns(other, step)) {
                return "waits for " + other.id();
            }
            if (step.needs().contains(other.component())) {
                return "needs " + other.component();
            }
        }
        for (var entry : written.entrySet()) {
            boolean ready = entry.getValue() instanceof Readiness.Ready;
            if (!ready && gates(entry.getKey(), entry.getValue(), step)) {
                return "needs " + entry.getKey().id();
            }
        }
        return "";
    }

    /** The foundation comes before all; of other components each minds only its own. */
    private static boolean concerns(Step first, Step second) {
        return first.rank() <= KindOrder.NAMESPACE
                || first.component().equals(Manifest.FOUNDATION)
                || first.component().equals(second.component());
    }

    private static boolean gates(Step first, Readiness readiness, Step second) {
        if (first.rank() <= KindOrder.NAMESPACE && first.rank() < second.rank()) {
            return true;
        }
        boolean broken =
                readiness instanceof Readiness.Failed && first.rank() < second.rank() && concerns(first, second);
        boolean balancer = first.id().kind().equals("Service"); // its outside address is nobody's need
        return broken || (second.needs().contains(first.component()) && !balancer);
    }
}
