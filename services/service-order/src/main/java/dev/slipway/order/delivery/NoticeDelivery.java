package dev.slipway.order.delivery;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.cancellation.Cancellation;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.hospital.HospitalDesk;
import dev.slipway.order.hospital.Told;
import dev.slipway.order.notice.HospitalNotice;
import dev.slipway.order.notice.HospitalNotices;
import dev.slipway.order.notice.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells hospitals. Each call may be repeated, so two who tell the same thing do no harm; what one that is killed has
 * begun is told again by a later sweep.
 */
@Component
public class NoticeDelivery {
    /** Before a place is sold again its hospital is told that it is free, unless it has failed to listen this often. */
    private static final int PATIENCE_BEFORE_RESALE = 3;

    /** How long one booking goes on telling of others' cancellations; a call that has begun is brought to its end. */
    private static final Duration TELLING_BEFORE_RESALE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);

    private final HospitalNotices notices;
    private final Appointments appointments;
    private final HospitalDesk hospital;
    private final Cancellation cancellation;
    private final BookingSettings settings;
    private final Clock clock;

    NoticeDelivery(
            HospitalNotices notices,
            Appointments appointments,
            HospitalDesk hospital,
            Cancellation cancellation,
            BookingSettings settings,
            Clock clock) {
        this.notices = notices;
        this.appointments = appointments;
        this.hospital = hospital;
        this.cancellation = cancellation;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells what is open of one appointment. */
    public void deliver(AppointmentNumber number) {
        notices.open(number).forEach(this::deliver);
    }

    /** What is to be told by now, at most one batch. */
    public List<HospitalNotice> due() {
        return notices.due(clock.instant(), settings.batch());
    }

    /**
     * Tells of the schedule's cancellations that the hospital does not know of: a place that was given back here must be
     * free there before it is asked for again. Those that others are just telling of are told again and not relied on.
     *
     * @return false when the hospital may still count one of them
     */
    public boolean clearForResale(String scheduleId) {
        Instant until = clock.instant().plus(TELLING_BEFORE_RESALE);
        List<HospitalNotice> open = notices.openCancellations(scheduleId, PATIENCE_BEFORE_RESALE);
        while (!open.isEmpty()) {
            if (!open.stream().allMatch(notice -> clock.instant().isBefore(until) && deliver(notice))) {
                return false;
            }
            open = notices.openCancellations(scheduleId, PATIENCE_BEFORE_RESALE);
        }
        return true;
    }

    /** @return false when the hospital may not know it yet */
    public boolean deliver(HospitalNotice notice) {
        Instant next = clock.instant().plus(settings.notice().after(notice.attempts(), ThreadLocalRandom.current()));
        notices.attempt(notice, next);
        var appointment = appointments.find(notice.number()).orElseThrow();
        String code = appointment.visit().hospitalCode();
        Told told = notice.kind() == NoticeKind.PAID
                ? hospital.paid(code, notice.number())
                : hospital.cancelled(code, notice.number());
        return settle(notice, told);
    }

    private boolean settle(HospitalNotice notice, Told told) {
        if (told == Told.DONE) {
            notices.close(notice, "told");
            return true;
        }
        if (told == Told.CANCELLED_THERE) {
            // Paid here and cancelled there: there it is decided who is seen, so the money goes back.
            cancellation.cancel(notice.number(), Party.HOSPITAL, "The hospital had cancelled it.");
            notices.close(notice, "cancelled by the hospital");
            return true;
        }
        notices.failed(notice);
        // A number is given out with our consent only. A hospital that did it without gets no other answer tomorrow.
        if (told == Told.FETCHED_THERE || notice.attempts() + 1 >= settings.noticeAttempts()) {
            LOG.error("The hospital could not be told of {} {}: {}", notice.kind(), notice.number(), told);
            notices.giveUp(notice, told.name());
        }
        return false;
    }
}
