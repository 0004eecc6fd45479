package dev.slipway.hospital.schedule;

import java.util.OptionalInt;

/** Who has which number. Used inside the transaction that writes the order. */
public interface Ledger {
    /**
     * Takes one number when the session is open, has one left and is still what was read: decided by a single
     * conditional update.
     *
     * @return the sequence number, never given out before; empty when there is none left
     */
    OptionalInt take(String hospitalCode, Schedule read);

    /** Gives one back that an order had; to be called once an order. */
    void giveBack(String hospitalCode, String scheduleId);

    /** Gives all back, because the orders of the session were all cancelled. */
    void giveAllBack(String hospitalCode, String scheduleId, int count);
}
