package dev.slipway.order.slot;

/** No place of the schedule is free. */
public final class SlotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SlotTaken() {
        super("No place is free", null, false, false);
    }
}
