package dev.slipway.hospital.schedule;

import java.util.OptionalInt;

/** Who has which number. Used inside the transaction that writes the order. */
public interface Ledger {
    /**
     * Takes one number when the session is open and has one left: decided by a single conditional update.
     *
     * @return the sequence number, never given out before; empty when there is none left
     */
    OptionalInt take(String hospitalCode, String scheduleId);

    /** Gives one back that an order had; to be called once an order. */
    void giveBack(String hospitalCode, String scheduleId);

    /** Gives all back, because the orders of the session were all cancelled. */
    void giveAllBack(String hospitalCode, String scheduleId, int count);
}
