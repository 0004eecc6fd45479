package dev.slipway.hospital.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of each hospital. */
public interface Schedules {
    Optional<Schedule> find(String hospitalCode, String id);

    List<Schedule> on(String hospitalCode, LocalDate date);

    /**
     * Those with changes that the platform did not answer to, at most {@code most}, the earliest dates first. Rejected
     * cancellations are not among them.
     */
    List<Schedule> pending(String hospitalCode, int most);

    /** @return false when there is one of this id: it is left as it is */
    boolean add(String hospitalCode, String id, ScheduleDetails details);

    /**
     * Opens or closes and changes one.
     *
     * @return false when there is none, or it is cancelled, which is final, or it would be another department, date or
     *     session while numbers of it are taken
     */
    boolean replace(String hospitalCode, String id, ScheduleDetails details, ScheduleStatus status);

    /** @return false when there is none, or it was cancelled before */
    boolean cancel(String hospitalCode, String id);

    /** @param revision what the platform has an answer to now; later changes stay pending */
    void uploaded(String hospitalCode, String id, int revision, String result, @Nullable String reason);

    /** Codes of the hospitals with a cancelled session that the platform does not know of. */
    List<String> hospitalsWithUntoldCancellations();

    /**
     * Cancelled sessions that the platform does not know of, at most {@code most}, those first that wait longest.
     *
     * @param rejectedBefore leaves out those that the platform rejected later than this
     */
    List<Schedule> untoldCancellations(String hospitalCode, Instant rejectedBefore, int most);
}
