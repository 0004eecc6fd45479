package dev.slipway.hospital.order;

/** Whether an order could be cancelled. */
public enum Cancellation {
    /** Now or before; an order that was never submitted can't be any more. */
    DONE,
    /** Its number was fetched: the patient is here. */
    TOO_LATE
}
