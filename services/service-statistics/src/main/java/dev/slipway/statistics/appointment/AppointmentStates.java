package dev.slipway.statistics.appointment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest known state of every appointment. */
public interface AppointmentStates {
    /** Keeps the state unless a later one is known: in whatever order and however often states come, the latest stays. */
    void learn(AppointmentState state);

    /** Now, by the clock that says when something was heard of last. */
    LocalDateTime now();

    /**
     * Keeps what the owner of the appointments said after {@code since}. What was last heard of before that is replaced
     * whatever its version; what was heard of since then, by an event, stays unless this is later.
     */
    void learnFromOwner(List<AppointmentState> states, LocalDateTime since);

    /** Deletes at most {@code limit} appointments that nobody has spoken of since; returns how many. */
    int forgetUnheard(LocalDateTime since, int limit);

    /**
     * Active appointments by visit date; days without any are left out.
     *
     * @param hospitalCode null counts all hospitals
     * @param to inclusive
     */
    Map<LocalDate, Long> count(@Nullable String hospitalCode, LocalDate from, LocalDate to);
}
