package dev.slipway.sms.delivery;

/** What is known of each message. */
public interface Deliveries {
    /** State of a message when one asks for it. */
    enum Claim {
        /** Nobody is at it: the caller is, until the claim runs out. */
        GRANTED,
        /** Somebody else is at it, or was killed a moment ago. */
        HELD,
        /** It is sent. */
        SENT
    }

    Claim claim(String id);

    void sent(String id);

    /** Gives a claim back after a failure, so that a retry need not wait for it to run out. */
    void release(String id);
}
