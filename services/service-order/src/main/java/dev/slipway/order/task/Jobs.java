package dev.slipway.order.task;

import dev.slipway.order.booking.Reconciliation;
import dev.slipway.order.configuration.Background;
import dev.slipway.order.delivery.NoticeDelivery;
import dev.slipway.order.expiry.Expiry;
import dev.slipway.order.payment.PaymentReconciliation;
import dev.slipway.order.payment.RefundDesk;
import dev.slipway.order.reminder.Reminders;
import dev.slipway.order.withdrawal.Withdrawal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The work that comes by the clock. Each job may be started by several triggers and on several instances at once, be
 * killed, or be left out: what it does to one row is decided in that row's transaction, and the next start finds what
 * is left. Rows are worked on side by side, so that one hospital that does not answer holds up nobody else.
 */
@Component
class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST_BATCHES = 200;

    private final Reconciliation requests;
    private final NoticeDelivery notices;
    private final Withdrawal withdrawal;
    private final Expiry expiry;
    private final PaymentReconciliation payments;
    private final RefundDesk refunds;
    private final Reminders reminders;
    private final ThreadPoolExecutor remoteReads;
    private final Background background;

    Jobs(
            Reconciliation requests,
            NoticeDelivery notices,
            Withdrawal withdrawal,
            Expiry expiry,
            PaymentReconciliation payments,
            RefundDesk refunds,
            Reminders reminders,
            ThreadPoolExecutor remoteReads,
            Background background) {
        this.requests = requests;
        this.notices = notices;
        this.withdrawal = withdrawal;
        this.expiry = expiry;
        this.payments = payments;
        this.refunds = refunds;
        this.reminders = reminders;
        this.remoteReads = remoteReads;
        this.background = background;
    }

    void reconcileRequests() {
        each("requests", requests::due, requests::reconcile);
        each("notices", notices::due, notices::deliver);
    }

    void withdrawLeftBehind() {
        each("withdrawn schedules", withdrawal::leftBehind, withdrawal::withdraw);
    }

    void expireAppointments() {
        each("expiry", expiry::due, expiry::expire);
    }

    void reconcilePayments() {
        each("payments", payments::due, payments::reconcile);
        each("refunds", refunds::due, refunds::attempt);
    }

    void remindVisits(Instant evening) {
        int reminded = reminders.remind(evening);
        LOG.info("{} visits were reminded of", reminded);
    }

    /** Returns at once: a message's transaction is not held open while the job works. */
    void later(Runnable job) {
        background.run(job);
    }

    /** Batch after batch, until none is due or only those that failed a moment ago. */
    private <T> void each(String what, Supplier<List<T>> due, Consumer<T> work) {
        Set<T> tried = new HashSet<>();
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            List<T> fresh = due.get().stream().filter(tried::add).toList();
            if (fresh.isEmpty()) {
                return;
            }
            CompletableFuture.allOf(fresh.stream()
                            .map(row -> CompletableFuture.runAsync(() -> guarded(what, row, work), remoteReads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static <T> void guarded(String what, T row, Consumer<T> work) {
        try {
            work.accept(row);
        } catch (RuntimeException failed) {
            LOG.warn("One of {} is left to the next turn: {}", what, failed.toString());
        }
    }
}
