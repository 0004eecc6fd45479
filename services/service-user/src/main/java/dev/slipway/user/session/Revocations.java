package dev.slipway.user.session;

import dev.slipway.user.session.PendingRevocations.Pending;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes access tokens die before they expire. A revocation is stored in the transaction that causes it and put on the
 * list after the commit; what a crash or an absent Redis left behind is put there later, so none is lost.
 */
@Component
public class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private final PendingRevocations pending;
    private final RevocationList list;
    private final MeterRegistry meters;
    private final Clock clock;

    Revocations(PendingRevocations pending, RevocationList list, MeterRegistry meters, Clock clock) {
        this.pending = pending;
        this.list = list;
        this.meters = meters;
        this.clock = clock;
    }

    static String ofSession(String id) {
        return "session:" + id;
    }

    static String ofOwner(String id) {
        return "user:" + id;
    }

    /** Inside the transaction that ends the session. */
    List<Pending> decide(Collection<String> members) {
        return members.isEmpty() ? List.of() : pending.add(members);
    }

    /** After the commit. Never fails: what can't be delivered now is delivered by {@link #deliverLeftBehind}. */
    void deliver(Collection<Pending> decided) {
        if (decided.isEmpty()) {
            return;
        }
        try {
            list.add(decided.stream().map(Pending::member).toList());
            pending.remove(decided);
        } catch (DataAccessException away) {
            meters.counter("slipway.revocations.delayed").increment(decided.size());
            LOG.warn("{} revocations have to wait: {}", decided.size(), away.toString());
        }
    }

    @Scheduled(fixedDelay = 1000)
    void deliverLeftBehind() {
        try {
            deliver(pending.decidedBefore(clock.instant().minus(LEFT_BEHIND), BATCH));
        } catch (DataAccessException away) {
            LOG.warn("Pending revocations could not be read: {}", away.toString());
        }
    }
}
