package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One at a time changes an environment; a holder that is gone loses it after {@link #LENGTH}, and at once when it was told
 * to end.
 */
final class EnvironmentLease {
    static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration LEAST_LEFT = Duration.ofSeconds(50);
    private final Cluster cluster;
    private final Clock clock;
    private final ObjectId id;
    private final Holder self = Holder.current();
    private final Farewell farewell = new Farewell(this::release);
    private @Nullable Lease held;

    EnvironmentLease(Cluster cluster, Manifests manifests, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
        this.id = new ObjectId(
                "coordination.k8s.io/v1", "Lease", manifests.namespace(), "slipway-" + manifests.environment());
    }

    /** Changes with every acquisition, so that whoever compares it knows whether someone was here in between. */
    String version() throws InterruptedException {
        return read().map(lease -> lease.getMetadata().getResourceVersion()).orElse("");
    }

    /**
     * Takes it.
     *
     * @return the version that was replaced
     * @throws UserError when someone else holds it
     */
    synchronized String acquire() throws InterruptedException {
        farewell.open(); // who is told to end while the answer is awaited waits for it
        try {
            return take();
        } finally {
            if (held == null) {
                farewell.close();
            }
        }
    }

    private String take() throws InterruptedException {
        Optional<Lease> present = read();
        present.filter(lease -> !free(lease)).ifPresent(lease -> {
            throw taken(lease);
        });
        try {
            held = present.isEmpty()
                    ? typed(cluster.create(cluster.tree(lease(null))))
                    : typed(cluster.replace(lease(version(present.get()))));
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
            Lease winner = read().orElseThrow(() -> refusal);
            if (!self.identity().equals(winner.getSpec().getHolderIdentity())) {
                throw taken(winner);
            }
            held = winner; // ours: only the answer was lost
        }
        return present.map(EnvironmentLease::version).orElse("");
    }

    /**
     * Keeps it for another while, when enough of it has gone; called before each write, from any thread. What is left is
     * longer than a request is repeated. In a process that is told to end it never returns.
     *
     * @throws UserError when someone else has taken it
     */
    void renew() throws InterruptedException {
        farewell.check();
        synchronized (this) {
            Lease mine = held;
            if (mine != null && expires(mine).minus(LEAST_LEFT).isBefore(now())) {
                acquire();
            }
        }
    }

    /** Never fails: one that cannot be given up ends by itself, and what went wrong before is worth more words. */
    synchronized void release() throws InterruptedException {
        Lease mine = held;
        if (mine != null) {
            held = null;
            farewell.close();
            Lease free = lease(version(mine));
            free.getSpec().setHolderIdentity("");
            try {
                cluster.replace(free);
            } catch (Refusal | UserError notGivenUp) {
                return; // somebody else has it, or it ends by itself
            }
        }
    }

    /** Gives it up for good: the object goes too, unless someone else has taken it. */
    synchronized void remove() throws InterruptedException {
        Lease mine = held;
        if (mine != null) {
            held = null;
            farewell.close();
            cluster.delete(mine);
        }
    }

    private boolean free(Lease lease) {
        String holder = lease.getSpec().getHolderIdentity();
        return holder == null
                || holder.isEmpty()
                || holder.equals(self.identity())
                || expires(lease).isBefore(now())
                || Holder.parse(holder).filter(Holder::surelyGone).isPresent();
    }

    private UserError taken(Lease lease) {
        String holder = String.valueOf(lease.getSpec().getHolderIdentity());
        String who = Holder.parse(holder)
                .map(other -> other.who() + ", process " + other.pid())
                .orElse(holder);
        long rest = Math.max(0, Duration.between(now(), expires(lease)).toSeconds());
        return new UserError(
                "someone else changes this environment: " + who,
                "wait for it to end; should it be gone, the lease " + id.name() + " ends by itself in " + rest + " s",
                ExitCode.REFUSED);
    }

    private Lease lease(@Nullable String version) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(id.name())
                .withNamespace(id.namespace())
                .withResourceVersion(version)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(self.identity())
                .withLeaseDurationSeconds((int) LENGTH.toSeconds())
                .withRenewTime(now())
                .endSpec()
                .build();
    }

    private Optional<Lease> read() throws InterruptedException {
        return cluster.get(id).map(this::typed);
    }

    private Lease typed(ObjectNode lease) {
        return cluster.typed(lease, Lease.class);
    }

    private static String version(Lease lease) {
        return lease.getMetadata().getResourceVersion();
    }

    private static ZonedDateTime expires(Lease lease) {
        var spec = lease.getSpec();
        return spec.getRenewTime() == null || spec.getLeaseDurationSeconds() == null
                ? ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC)
                : spec.getRenewTime().plusSeconds(spec.getLeaseDurationSeconds());
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
