package dev.slipway.order.appointment;

import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The appointments. Only {@code transition} changes their state. */
public interface Appointments {
    /**
     * @param askAt when the hospital is asked again if nobody has learned its answer by then
     * @throws AlreadyBooked when the patient has an active one there at that time
     */
    void add(Appointment appointment, Instant askAt);

    Optional<Appointment> find(AppointmentNumber number);

    /** The appointment, locked for the rest of the transaction. */
    Optional<Appointment> held(AppointmentNumber number);

    /** Of several with the record id the newest: the id is the hospital's, and so are its mistakes. */
    Optional<AppointmentNumber> numberOf(String hospitalCode, String recordId);

    /** Whether the patient has an active one; a hint only, {@link #add} decides. */
    boolean isActive(ActiveKey key);

    /** Writes what {@code after} says over the held row. */
    void change(Appointment after, Instant now);

    /** Newest first. */
    Page<Appointment> search(AppointmentFilter filter, PageRequest page);

    /** Unpaid ones whose time is over. */
    List<AppointmentNumber> unpaidUntil(Instant now, int most);

    /** Those of a schedule that can be cancelled. */
    List<AppointmentNumber> activeOf(String scheduleId);

    /** Those that can be cancelled of schedules that their hospital has cancelled. */
    List<AppointmentNumber> activeOfWithdrawn(int most);

    /**
     * Of the visits on the day those that hold and were not reminded of, by number.
     *
     * @param after the last number of the batch before; null for the first
     */
    List<AppointmentNumber> toRemind(LocalDate day, @Nullable AppointmentNumber after, int most);

    /** False when it was reminded of before, or does not hold any more. */
    boolean remind(AppointmentNumber number, Instant now);

    /** Whether this user's call with this key was answered before and is remembered. */
    boolean remembers(String userId, String requestKey);
}
