package dev.slipway.platform.smoke;

/**
 * A schedule with room.
 *
 * @param date of the visit, as it is written in answers
 * @param available places that were free when it was chosen
 */
record Offer(String scheduleId, String hospital, String department, String date, int available) {}
