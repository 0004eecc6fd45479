package dev.slipway.order.hospital;

/** What came of telling a hospital something. */
public enum Told {
    DONE,
    /** It does not know the appointment. */
    NOT_KNOWN,
    /** It has cancelled the appointment. */
    CANCELLED_THERE,
    /** It has given the number out and cancels it no more. */
    FETCHED_THERE,
    /** No answer, or one that was not agreed on: to be told again. */
    UNKNOWN
}
