package dev.slipway.hospital.order;

import dev.slipway.hospital.order.Submission.Admitted;
import dev.slipway.hospital.order.Submission.Refused;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.hospital.schedule.Ledger;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides about orders. Order and ledger are written in one transaction; the order's number makes it happen once. */
@Component
public class OrderDesk {
    private static final int RECORD_DIGITS = 12;

    private final Orders orders;
    private final Schedules schedules;
    private final Ledger ledger;
    private final HospitalProfiles hospitals;
    private final TransactionTemplate transaction;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final ZoneId zone;

    OrderDesk(
            Orders orders,
            Schedules schedules,
            Ledger ledger,
            HospitalProfiles hospitals,
            TransactionTemplate transaction,
            Supplier<UUID> ids,
            Clock clock,
            ZoneId displayZone) {
        this.orders = orders;
        this.schedules = schedules;
        this.ledger = ledger;
        this.hospitals = hospitals;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.zone = displayZone;
    }

    /** The same number gets the same answer, however often and however many at once. */
    public Submission submit(String hospital, OrderRequest request) {
        return Contention.settled(() -> orders.find(hospital, request.number())
                .map(Order::submission)
                .orElseGet(() -> inTransaction(() -> decide(hospital, request))));
    }

    /** Refuses whatever the ledger says; an order that is known keeps its answer. */
    public Submission refuse(String hospital, OrderRequest request, String reason) {
        return Contention.settled(() -> orders.find(hospital, request.number())
                .map(Order::submission)
                .orElseGet(() -> refused(hospital, request, reason)));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** The order's row is written first: whoever brings the same number waits there, and holds no session meanwhile. */
    private Submission decide(String hospital, OrderRequest request) {
        Optional<Schedule> schedule = schedules.find(hospital, request.scheduleId());
        Optional<String> refusal = Refusal.of(schedule, request, LocalDate.now(clock.withZone(zone)));
        if (schedule.isEmpty() || refusal.isPresent()) {
            return refused(hospital, request, refusal.orElse(Refusal.UNKNOWN));
        }
        String recordId = recordId(request);
        orders.addConfirmed(hospital, request, recordId);
        OptionalInt sequence = ledger.take(hospital, schedule.get());
        if (sequence.isEmpty()) {
            orders.refuse(hospital, request.number(), Refusal.FULL);
            return new Refused(Refusal.FULL);
        }
        Admission admission = admission(hospital, schedule.get(), recordId, sequence.getAsInt());
        orders.admit(hospital, request.number(), admission);
        return new Admitted(admission);
    }

    private Submission refused(String hospital, OrderRequest request, String reason) {
        orders.addRefused(hospital, request, reason);
        return new Refused(reason);
    }

    private String recordId(OrderRequest request) {
        String digits = ids.get().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return "MZ" + request.visitDate().toString().replace("-", "") + digits.substring(0, RECORD_DIGITS);
    }

    private Admission admission(String hospital, Schedule schedule, String recordId, int sequence) {
        String fetchTime = schedule.details()
                .session()
                .fetchTime(
                        schedule.details().workDate(),
                        sequence,
                        schedule.details().total());
        String fetchAddress = hospitals.find(hospital).orElseThrow().details().fetchAddress();
        return new Admission(recordId, sequence, fetchTime, fetchAddress);
    }

    /** Cancels it, or sees to it that a number that never came can't come any more. */
    public Cancellation cancel(String hospital, String number, String reason) {
        return Contention.settled(() -> {
            Optional<Order> order = orders.find(hospital, number);
            if (order.isEmpty()) {
                orders.addCancelled(hospital, number);
                return Cancellation.DONE;
            }
            OrderStatus status = order.get().status();
            if (status.open() && !inTransaction(() -> cancelled(hospital, order.get(), reason))) {
                throw new Contention.ChangedMeanwhile();
            }
            return status == OrderStatus.FETCHED ? Cancellation.TOO_LATE : Cancellation.DONE;
        });
    }

    private boolean cancelled(String hospital, Order order, String reason) {
        boolean changed = orders.change(hospital, order.number(), order.status(), OrderStatus.CANCELLED, reason);
        if (changed && order.request() != null) {
            ledger.giveBack(hospital, order.request().scheduleId());
        }
        return changed;
    }

    public Payment paid(String hospital, String number) {
        return Contention.settled(() -> {
            Optional<Order> order = orders.find(hospital, number);
            if (order.isEmpty()) {
                return Payment.UNKNOWN_ORDER;
            }
            if (order.get().status() == OrderStatus.CONFIRMED
                    && !orders.change(hospital, number, OrderStatus.CONFIRMED, OrderStatus.PAID, null)) {
                throw new Contention.ChangedMeanwhile();
            }
            return switch (order.get().status()) {
                case CONFIRMED, PAID, FETCHED -> Payment.RECORDED;
                case CANCELLED, REJECTED -> Payment.NOT_WANTED;
            };
        });
    }

    /** @return false when it is not paid, or cancelled by now */
    public boolean fetched(String hospital, String number) {
        return orders.change(hospital, number, OrderStatus.PAID, OrderStatus.FETCHED, null)
                || orders.find(hospital, number)
                        .filter(order -> order.status() == OrderStatus.FETCHED)
                        .isPresent();
    }

    /** Cancels the open orders of a session that takes no more. */
    public void cancelAllOf(String hospital, String scheduleId, String reason) {
        Contention.settled(() -> inTransaction(() -> {
            int cancelled = orders.cancelAllOf(hospital, scheduleId, reason);
            ledger.giveAllBack(hospital, scheduleId, cancelled);
            return cancelled;
        }));
    }
}
