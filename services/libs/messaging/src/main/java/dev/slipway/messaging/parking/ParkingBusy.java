package dev.slipway.messaging.parking;

/** Another operator works on the parking queue. */
public final class ParkingBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParkingBusy() {
        super("another operator works on the parking queue");
    }
}
