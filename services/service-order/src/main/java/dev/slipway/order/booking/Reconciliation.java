package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.hospital.HospitalAnswer;
import dev.slipway.order.hospital.HospitalAnswer.Absent;
import dev.slipway.order.hospital.HospitalAnswer.Accepted;
import dev.slipway.order.hospital.HospitalAnswer.Rejected;
import dev.slipway.order.hospital.HospitalDesk;
import dev.slipway.order.hospital.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of requests without a clear answer, also of those whose process was killed. The hospital is
 * asked what it knows. Never seen: it is asked for the place again under the same number while that is fresh, later
 * the number is cancelled there, which makes a request that is still on its way fail. Each question is taken by one
 * instance; whoever dies with it leaves it to the next one.
 */
@Component
public class Reconciliation {
    private static final String NO_ANSWER = "The hospital did not answer in time.";

    private final Appointments appointments;
    private final Questions questions;
    private final HospitalDesk hospital;
    private final HospitalRequest request;
    private final LateClosure late;
    private final BookingSettings settings;
    private final Clock clock;
    private final ZoneId displayZone;

    Reconciliation(
            Appointments appointments,
            Questions questions,
            HospitalDesk hospital,
            HospitalRequest request,
            LateClosure late,
            BookingSettings settings,
            Clock clock,
            ZoneId displayZone) {
        this.appointments = appointments;
        this.questions = questions;
        this.hospital = hospital;
        this.request = request;
        this.late = late;
        this.settings = settings;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /** Those whose question is due, at most one batch. */
    public List<AppointmentNumber> due() {
        return questions.due(clock.instant(), settings.batch());
    }

    public void reconcile(AppointmentNumber number) {
        Instant now = clock.instant();
        Duration pause = settings.ask().after(questions.asked(number), ThreadLocalRandom.current());
        if (questions.claim(number, now, now.plus(settings.firstQuestion()).plus(pause))) {
            appointments
                    .find(number)
                    .filter(appointment -> appointment.status() == AppointmentStatus.REQUESTED)
                    .ifPresent(requested -> ask(requested, now, pause));
        }
    }

    private void ask(Appointment requested, Instant now, Duration pause) {
        if (LocalDate.ofInstant(now, displayZone).isAfter(requested.visit().date())) {
            late.close(requested, NO_ANSWER);
            return;
        }
        HospitalAnswer answer = hospital.find(requested);
        if (answer instanceof Accepted || answer instanceof Rejected) {
            request.settle(requested, answer);
        } else if (answer instanceof Absent) {
            absent(requested, now);
        }
        // The claim kept the question through the calls; from now on it waits its turn.
        questions.askAt(requested.number(), clock.instant().plus(pause));
    }

    private void absent(Appointment requested, Instant now) {
        if (now.isBefore(requested.createdAt().plus(settings.submitWithin()))) {
            request.submit(requested);
        } else if (hospital.cancelled(requested.visit().hospitalCode(), requested.number()) == Told.DONE) {
            request.close(requested, NO_ANSWER);
        }
    }
}
