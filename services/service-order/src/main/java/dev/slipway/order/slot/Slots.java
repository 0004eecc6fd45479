package dev.slipway.order.slot;

import java.util.Optional;

/**
 * The counts. Whoever gives a place back has taken its appointment from an active to an inactive state in the same
 * transaction, under that row's lock: exactly once, whoever else wants to.
 */
public interface Slots {
    Optional<Slot> find(String scheduleId);

    /** Takes the catalogue's total if its version is newer than ours; makes the row of a new schedule. */
    void learn(String scheduleId, String hospitalCode, int total, long version);

    /**
     * Takes one place in the running transaction.
     *
     * @throws SlotTaken when none is free or the schedule is withdrawn
     */
    Slot reserve(String scheduleId);

    /** Gives one place back in the running transaction. */
    Slot release(String scheduleId);

    /**
     * Says whether the hospital has cancelled the schedule: then nothing is reserved from now on. Waits for reservations
     * that are being committed.
     *
     * @return false when the version is older than what is known
     */
    boolean withdraw(String scheduleId, boolean withdrawn, long version);
}
