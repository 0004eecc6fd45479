package dev.slipway.sms.delivery;

/** Which messages are claimed and which are sent. */
public interface Deliveries {

    /**
     * Runs the sending unless the message is sent already; a failure gives the claim back, and a killed claimer's
     * claim ends by itself.
     *
     * @return whether the sending ran
     * @throws dev.slipway.messaging.consumer.ClaimedElsewhere while somebody else sends it
     */
    boolean once(String id, Runnable sending);
}
