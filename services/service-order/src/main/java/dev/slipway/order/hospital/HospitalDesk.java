package dev.slipway.order.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.hospital.HospitalAnswer.Absent;
import dev.slipway.order.hospital.HospitalAnswer.Accepted;
import dev.slipway.order.hospital.HospitalAnswer.Rejected;
import dev.slipway.order.hospital.HospitalAnswer.Unknown;
import dev.slipway.order.remote.OuterCalls.Reply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A hospital's own system. The appointment's number is the key that makes each call repeatable. Never called inside a
 * transaction: a hospital that answers late must not hold a lock or a connection here.
 */
@Component
public class HospitalDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HospitalDesk.class);

    private final HospitalCalls calls;

    HospitalDesk(HospitalCalls calls) {
        this.calls = calls;
    }

    /** Asks for a place; the same number again gets the same answer. */
    public HospitalAnswer submit(Appointment appointment) {
        return asked(appointment, HttpMethod.POST, "/orders", Order.of(appointment));
    }

    /** What the hospital knows about the number. */
    public HospitalAnswer find(Appointment appointment) {
        return asked(appointment, HttpMethod.GET, "/orders/" + appointment.number(), null);
    }

    public Told paid(String hospitalCode, AppointmentNumber number) {
        return told(hospitalCode, number, "/paid", Told.CANCELLED_THERE);
    }

    /** Also for a number that it has never seen: then it will refuse that number for ever. */
    public Told cancelled(String hospitalCode, AppointmentNumber number) {
        return told(hospitalCode, number, "/cancelled", Told.FETCHED_THERE);
    }

    private HospitalAnswer asked(Appointment appointment, HttpMethod method, String path, @Nullable Object body) {
        outsideOfTransactions();
        try {
            Reply reply = calls.call(appointment.visit().hospitalCode(), method, path, body);
            return switch (reply.status()) {
                case 200, 201 -> answer(calls.read(reply, OrderAnswer.class));
                case 422 -> new Rejected(reason(calls.read(reply, Problem.class).detail()));
                case 404 -> body == null ? new Absent() : new Unknown("status 404");
                default -> new Unknown("status " + reply.status());
            };
        } catch (IOException | RuntimeException unclear) {
            LOG.debug("No clear answer about {}", appointment.number(), unclear);
            return new Unknown(unclear.getClass().getSimpleName());
        }
    }

    private static HospitalAnswer answer(OrderAnswer order) {
        String status = order.status();
        if (status != null && (status.equals("rejected") || status.equals("cancelled"))) {
            return new Rejected(reason(order.reason()));
        }
        String record = order.hospitalRecordId();
        if (record == null) {
            return new Unknown("no record id");
        }
        return new Accepted(new Admission(
                record,
                order.sequence(),
                Words.cut(order.fetchTime(), Words.FETCH_TIME),
                Words.cut(order.fetchAddress(), Words.FETCH_ADDRESS)));
    }

    private Told told(String hospitalCode, AppointmentNumber number, String what, Told conflict) {
        outsideOfTransactions();
        try {
            Reply reply = calls.call(hospitalCode, HttpMethod.POST, "/orders/" + number + what, null);
            return switch (reply.status()) {
                case 200, 204 -> Told.DONE;
                case 404 -> Told.NOT_KNOWN;
                case 409 -> conflict;
                default -> Told.UNKNOWN;
            };
        } catch (RuntimeException unclear) {
            LOG.debug("The hospital was not told of {}", number, unclear);
            return Told.UNKNOWN;
        }
    }

    private static String reason(@Nullable String words) {
        String kept = Words.cut(words, Words.REASON);
        return kept == null || kept.isBlank() ? "The hospital refused." : kept;
    }

    private static void outsideOfTransactions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A hospital is not called inside a transaction");
        }
    }

    record OrderAnswer(
            @Nullable String status,
            @Nullable String hospitalRecordId,
            @Nullable JsonNode sequenceNumber,
            @Nullable String fetchTime,
            @Nullable String fetchAddress,
            @Nullable String reason) {
        /** Hospitals write it as a number or as text; what is neither is not worth losing an answer for. */
        @Nullable
        Integer sequence() {
            if (sequenceNumber == null || !sequenceNumber.asText().matches("[0-9]{1,9}")) {
                return null;
            }
            return Integer.valueOf(sequenceNumber.asText());
        }
    }

    record Problem(@Nullable String detail) {}
}
