package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payments. */
public interface Payments {
    Optional<Payment> find(String outTradeNo);

    /** Locked for the rest of the transaction; the appointment is locked before it. */
    Optional<Payment> held(String outTradeNo);

    /** All attempts of an appointment, first to last. */
    List<Payment> of(AppointmentNumber number);

    /** The payment that tells how things stand: what was received before what was not, later before earlier. */
    Optional<Payment> current(AppointmentNumber number);

    /** The same for many at once; those without a payment are left out. */
    Map<AppointmentNumber, Payment> current(Collection<AppointmentNumber> numbers);

    void add(Payment payment, String channel, Instant askAt);

    /**
     * Keeps the code of an open payment. One that was closed meanwhile is asked about from now on, because now the
     * provider has it.
     *
     * @return false when it is not open any more: the code is not to be given to anybody
     */
    boolean code(String outTradeNo, String codeUrl);

    void received(Receipt receipt, PaymentStatus status);

    void change(String outTradeNo, PaymentStatus status);

    /** Closes what is open of an appointment; the provider is asked about it until its answer is final. */
    void closeOpen(AppointmentNumber number, Instant askAt);

    /** Those whose provider is to be asked by now. */
    List<String> toAsk(Instant now, int most);

    /** False when another has taken the question, or there is none. */
    boolean claimQuestion(String outTradeNo, Instant now, Instant again);

    /**
     * Nothing more is to be asked, unless a code came since.
     *
     * @param asked as it was read before the provider was asked
     */
    void settled(Payment asked);

    /** Once for the same money and kind. */
    void keep(String outTradeNo, String tradeNo, String kind, @Nullable Money amount, String raw);

    List<Incident> incidents(AppointmentNumber number);
}
