package dev.slipway.platform.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules judge, as it was read one store after the other.
 *
 * @param readAt by the clock of whoever read
 * @param waiting events that no broker has taken yet, in all outboxes
 * @param sent how often each message arrived, by its id; one that has not arrived is missing
 */
public record Books(
        Instant readAt,
        long waiting,
        List<Appointment> appointments,
        List<Slot> slots,
        List<Payment> payments,
        List<Refund> refunds,
        List<Trade> trades,
        List<Offer> offers,
        List<Ledger> ledgers,
        List<LedgerOrder> orders,
        List<Counted> counted,
        Map<String, Integer> sent) {

    /**
     * An appointment as service-order has it.
     *
     * @param status in capitals
     * @param recordId what the hospital gave when it accepted
     * @param reminded whether the message on the evening before was asked for
     * @param changedAt when its state was written last
     */
    public record Appointment(
            String number,
            String status,
            String scheduleId,
            String hospitalCode,
            String phone,
            LocalDate visitDate,
            BigDecimal fee,
            @Nullable String recordId,
            boolean reminded,
            Instant createdAt,
            Instant changedAt) {}

    /**
     * The count of a schedule in service-order, where it is decided.
     *
     * @param kept how many were taken when the total was lowered below them; fewer once some are given back
     */
    public record Slot(String scheduleId, int total, int kept, int active) {}

    /** @param status in capitals */
    public record Payment(
            String outTradeNo, String number, String channel, String status, BigDecimal amount, Instant changedAt) {}

    /**
     * Money that goes back.
     *
     * @param open whether the provider has still to say that it has arrived
     */
    public record Refund(
            String outRefundNo, String outTradeNo, String number, BigDecimal amount, boolean open, Instant askedAt) {}

    /**
     * A payment in the fake cashier's own book.
     *
     * @param state in capitals
     * @param refundNo our name for the refund by which it went back
     */
    public record Trade(
            String outTradeNo,
            BigDecimal amount,
            String state,
            @Nullable String refundNo,
            Instant changedAt) {}

    /** A schedule of the catalogue, with the count that it was told. */
    public record Offer(String scheduleId, String hospitalCode, String hospitalScheduleId, int total, int active) {}

    /**
     * A schedule in the hospital's own book.
     *
     * @param uploaded whether the platform has it as it stands
     */
    public record Ledger(String hospitalCode, String id, int total, int taken, boolean uploaded) {}

    /**
     * An order in the hospital's own book.
     *
     * @param scheduleId the hospital's; null for a number that was cancelled before it was asked for
     * @param status in small letters
     */
    public record LedgerOrder(
            String hospitalCode,
            String number,
            @Nullable String scheduleId,
            String status,
            @Nullable String recordId) {}

    /** What service-statistics knows of an appointment. */
    public record Counted(String number, String hospitalCode, LocalDate visitDate, boolean active) {}

    static <T> Map<String, List<T>> by(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }

    static <T> Map<String, T> one(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
    }
}
