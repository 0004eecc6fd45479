package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The refunds, at most one a payment. */
public interface Refunds {
    void add(Refund refund, Instant now);

    Optional<Refund> find(String outRefundNo);

    List<Refund> openOf(AppointmentNumber number);

    List<Refund> due(Instant now, int most);

    /** Takes an attempt upon the caller: false when another has, or the money is back. */
    boolean claimAttempt(String outRefundNo, Instant now, Instant next);

    /** The money is back. */
    void done(String outRefundNo);
}
