package dev.slipway.statistics.rebuild;

import dev.slipway.statistics.appointment.AppointmentState;
import dev.slipway.statistics.appointment.AppointmentStates;
import dev.slipway.statistics.order.OrderService;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads every appointment from its owner. Each comes with its version, so events go on meanwhile and the later state
 * stays, whoever is first. A rebuild that ends half-way has changed nothing for the worse; the next one starts anew.
 */
@Component
public class Rebuild {
    private static final int PAGE = 1_000;
    private static final int BATCH = 1_000;

    private final OrderService order;
    private final AppointmentStates states;
    private final ReentrantLock running = new ReentrantLock();

    Rebuild(OrderService order, AppointmentStates states) {
        this.order = order;
        this.states = states;
    }

    /**
     * Brings all states in line with service-order.
     *
     * @throws dev.slipway.statistics.order.OrderUnavailable when it can't be asked
     * @throws RebuildRunning when one is running in this instance; those of several instances don't harm each other
     */
    public RebuildResult run() {
        if (!running.tryLock()) {
            throw new RebuildRunning();
        }
        try {
            LocalDateTime since = states.now();
            long appointments = readAll(since);
            return new RebuildResult(appointments, forget(since));
        } finally {
            running.unlock();
        }
    }

    private long readAll(LocalDateTime since) {
        long appointments = 0;
        @Nullable String after = null;
        while (true) {
            List<AppointmentState> page = order.statesAfter(after, PAGE);
            states.learnFromOwner(page, since);
            appointments += page.size();
            if (page.size() < PAGE) {
                return appointments;
            }
            after = page.get(page.size() - 1).number();
        }
    }

    /** Whatever exists in service-order has been heard of by now, from it or by an event. */
    private long forget(LocalDateTime since) {
        long removed = 0;
        int batch;
        do {
            batch = states.forgetUnheard(since, BATCH);
            removed += batch;
        } while (batch == BATCH);
        return removed;
    }
}
