package dev.slipway.messaging.parking;

import java.util.List;

/** What is parked. Several operators may work at once: a message is replayed or deleted by one of them. */
public interface ParkedMessages {

    /**
     * All parked messages, latest first.
     *
     * @throws ParkingBusy when other operators keep the parking queue for too long
     */
    List<ParkedMessage> all();

    /**
     * Puts the message back into its queue, then removes it from the parking queue; a crash between the two repeats
     * it, and the consumer then knows the event by its id.
     *
     * @return false when it is not parked (any more)
     * @throws ParkingBusy when other operators keep the parking queue for too long
     * @throws MessageNotReplayed when its queue does not take it; it stays parked
     */
    boolean replay(String id);

    /**
     * Forgets the message.
     *
     * @return false when it is not parked (any more)
     * @throws ParkingBusy when other operators keep the parking queue for too long
     */
    boolean delete(String id);
}
