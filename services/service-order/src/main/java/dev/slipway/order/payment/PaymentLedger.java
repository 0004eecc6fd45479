package dev.slipway.order.payment;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Change;
import dev.slipway.order.retry.Deadlocks;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Changed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every change of a payment, in one short transaction that holds its appointment first. Money that arrives is taken
 * for an appointment that waits for it; all other money goes back by itself. Amounts that do not fit are kept for an
 * operator and change nothing.
 */
@Component
public class PaymentLedger {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLedger.class);

    private final Payments payments;
    private final Refunds refunds;
    private final Appointments appointments;
    private final AppointmentTransitions transitions;
    private final PaymentEvents events;
    private final PaymentProvider provider;
    private final PaymentSettings settings;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaymentLedger(
            Payments payments,
            Refunds refunds,
            Appointments appointments,
            AppointmentTransitions transitions,
            PaymentEvents events,
            PaymentProvider provider,
            PaymentSettings settings,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.appointments = appointments;
        this.transitions = transitions;
        this.events = events;
        this.provider = provider;
        this.settings = settings;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Published inside the process, in the transaction: for what may start at once after it, and is swept otherwise. */
    record RefundDue(AppointmentNumber number) {}

    /** The open payment, made when there is none. Empty when the appointment does not wait for money. */
    public Optional<Payment> open(AppointmentNumber number) {
        return inTransaction(() -> appointments.held(number).flatMap(this::open));
    }

    private Optional<Payment> open(Appointment appointment) {
        Instant now = clock.instant();
        Instant until = appointment.expiresAt();
        if (appointment.status() != AppointmentStatus.CONFIRMED || until == null || !now.isBefore(until)) {
            return Optional.empty();
        }
        List<Payment> attempts = payments.of(appointment.number());
        Optional<Payment> open = attempts.stream()
                .filter(payment -> payment.status() == PaymentStatus.OPEN)
                .findAny();
        if (open.isPresent()) {
            return open;
        }
        Payment payment = Payment.open(
                appointment.number(), attempts.size() + 1, appointment.visit().fee(), until);
        payments.add(payment, provider.channel(), now.plus(settings.askFirst()));
        return Optional.of(payment);
    }

    /** The provider closed it: another attempt may be opened. */
    public void closed(Payment payment) {
        inTransaction(() -> appointments.held(payment.number()).map(held -> {
            payments.closeOpen(payment.number(), clock.instant());
            return held;
        }));
    }

    /** Money has arrived, perhaps for the second time, too late, or in another amount. */
    public void received(Receipt receipt) {
        Optional<Payment> known = payments.find(receipt.outTradeNo());
        if (known.isEmpty()) {
            keep(receipt, "unknown-trade");
            return;
        }
        inTransaction(() -> {
            Appointment appointment = appointments.held(known.get().number()).orElseThrow();
            apply(receipt, payments.held(receipt.outTradeNo()).orElseThrow(), appointment);
            return appointment;
        });
    }

    private void apply(Receipt receipt, Payment payment, Appointment appointment) {
        if (payment.status().isReceived()) {
            if (!receipt.tradeNo().equals(payment.tradeNo())) {
                keep(receipt, "second-receipt");
            }
        } else if (!receipt.amount().equals(payment.amount())) {
            keep(receipt, "wrong-amount");
        } else if (appointment.status() == AppointmentStatus.CONFIRMED) {
            payments.received(receipt, PaymentStatus.PAID);
            transitions.applyTo(appointment, appointment.pay());
            events.completed(appointment, payment);
        } else {
            payments.received(receipt, PaymentStatus.REFUNDING);
            giveBack(payment, "预约已失效");
        }
    }

    private void keep(Receipt receipt, String kind) {
        LOG.error("Money that does not fit is kept for an operator: {} {}", kind, receipt.outTradeNo());
        payments.keep(receipt.outTradeNo(), receipt.tradeNo(), kind, receipt.amount(), receipt.raw());
    }

    /** In the transaction of the appointment's change, so that it is never cancelled without its money going back. */
    @EventListener
    void changed(Changed change) {
        switch (change.status()) {
            case REFUNDING -> {
                Payment paid = payments.of(change.number()).stream()
                        .filter(payment -> payment.status() == PaymentStatus.PAID)
                        .findAny()
                        .orElseThrow();
                payments.change(paid.outTradeNo(), PaymentStatus.REFUNDING);
                giveBack(paid, "取消预约");
            }
            case PAID, CANCELLED, EXPIRED -> payments.closeOpen(change.number(), clock.instant());
            case REQUESTED, CONFIRMED, FETCHED, REJECTED, REFUNDED -> {}
        }
    }

    private void giveBack(Payment payment, String reason) {
        refunds.add(
                new Refund(payment.outRefundNo(), payment.outTradeNo(), payment.number(), payment.amount(), reason, 0),
                clock.instant());
        publisher.publishEvent(new RefundDue(payment.number()));
    }

    /** The money of this refund is back. */
    public void refunded(String outRefundNo) {
        Optional<Refund> known = refunds.find(outRefundNo);
        if (known.isEmpty()) {
            LOG.warn("A refund that is not ours is told of: {}", outRefundNo);
            return;
        }
        Refund refund = known.get();
        inTransaction(() -> {
            Appointment appointment = appointments.held(refund.number()).orElseThrow();
            Payment payment = payments.held(refund.outTradeNo()).orElseThrow();
            if (payment.status() == PaymentStatus.REFUNDING) {
                refunds.done(outRefundNo);
                payments.change(payment.outTradeNo(), PaymentStatus.REFUNDED);
                events.refunded(appointment, payment);
                finish(appointment);
            }
            return appointment;
        });
    }

    /** An appointment is refunded when nothing of it is on its way back any more. */
    private void finish(Appointment appointment) {
        boolean all = payments.of(appointment.number()).stream()
                .noneMatch(payment -> payment.status() == PaymentStatus.REFUNDING);
        if (all && appointment.refunded() instanceof Change.To refunded) {
            transitions.applyTo(appointment, refunded);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Deadlocks.retried(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
