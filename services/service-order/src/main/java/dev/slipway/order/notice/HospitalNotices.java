package dev.slipway.order.notice;

import dev.slipway.order.appointment.AppointmentNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hospitals have to be told: written with the change it tells of, at most once per appointment and kind. */
public interface HospitalNotices {
    /** In the transaction of the change. A cancellation makes it needless to tell of the payment. */
    void add(AppointmentNumber number, NoticeKind kind, String scheduleId, Instant now);

    /** Those to be told by now, oldest first. */
    List<HospitalNotice> due(Instant now, int most);

    /** Of one appointment, told or not yet due alike left out. */
    List<HospitalNotice> open(AppointmentNumber number);

    /** What the appointment's hospital does not know of, those included that were given up. */
    List<Untold> untold(AppointmentNumber number);

    /** Some cancellations of the schedule that its hospital does not know of yet and that failed less often than this. */
    List<HospitalNotice> openCancellations(String scheduleId, int attemptsBelow);

    /** Says when the next attempt is, unless the one that now begins succeeds. */
    void attempt(HospitalNotice notice, Instant next);

    /** Counts an attempt that came to nothing: once for all who read the same count and tried at the same time. */
    void failed(HospitalNotice notice);

    /** Told, or given up: {@code outcome} says it to an operator. */
    void close(HospitalNotice notice, String outcome);

    /** The hospital will not be told any more, and may have it otherwise than we do: somebody has to see to it. */
    void giveUp(HospitalNotice notice, String why);

    /**
     * What a hospital does not know of.
     *
     * @param outcome why nobody tries any more; null while somebody does
     */
    record Untold(NoticeKind kind, int attempts, @Nullable String outcome) {}
}
