package dev.slipway.messaging.parking;

import org.springframework.amqp.core.Message;

/** Where a consumer leaves a message that it gives up. */
public interface Parking {

    /**
     * Returns once the broker has the parked message, so that the original may be acknowledged.
     *
     * @param error for operators; without secrets, cut at 300 characters
     * @throws MessageNotParked when the broker would not take it for too long
     */
    void park(Message message, String queue, String error, int attempts);
}
