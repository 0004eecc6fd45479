package dev.slipway.order.reminder;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.transition.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of visits on the next day, each once: the mark and the message are written together. */
@Component
public class Reminders {
    private final Appointments appointments;
    private final Messages messages;
    private final BookingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId displayZone;

    Reminders(
            Appointments appointments,
            Messages messages,
            BookingSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            ZoneId displayZone) {
        this.appointments = appointments;
        this.messages = messages;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /**
     * Reminds of the visits on the day after this time. A trigger that arrives on that day or later is too late and
     * does nothing.
     *
     * @return how many were reminded of by this call
     */
    public int remind(Instant evening) {
        LocalDate day = LocalDate.ofInstant(evening, displayZone).plusDays(1);
        if (!LocalDate.ofInstant(clock.instant(), displayZone).isBefore(day)) {
            return 0;
        }
        int reminded = 0;
        @Nullable AppointmentNumber last = null;
        List<AppointmentNumber> batch;
        do {
            batch = appointments.toRemind(day, last, settings.batch());
            for (AppointmentNumber number : batch) {
                reminded += remind(number) ? 1 : 0;
                last = number;
            }
        } while (batch.size() == settings.batch());
        return reminded;
    }

    private boolean remind(AppointmentNumber number) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!appointments.remind(number, clock.instant())) {
                return false;
            }
            messages.request(appointments.find(number).orElseThrow(), "visit-reminder");
            return true;
        }));
    }
}
