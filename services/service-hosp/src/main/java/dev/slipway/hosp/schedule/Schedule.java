package dev.slipway.hosp.schedule;

/**
 * A schedule of the catalogue.
 *
 * @param hospitalScheduleId what the hospital calls it
 * @param removed whether the hospital has taken it back; it is kept because appointments refer to it
 * @param active places that service-order has given away, as it told last
 * @param version grows with every change of the offer
 */
public record Schedule(
        String id,
        String hospitalCode,
        String hospitalScheduleId,
        ScheduleOffer offer,
        boolean removed,
        int active,
        long version) {
    /** Places that are left; never negative, also when the total was lowered below what is given away. */
    public int available() {
        return Math.max(0, offer.total() - active);
    }
}
