package dev.slipway.bench.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * The places of a round's schedules, by the variant's own books.
 *
 * @param places that somebody has
 * @param oversold appointments beyond the places there are
 * @param lastAt when the last appointment was made
 */
record Sold(int places, int oversold, Instant lastAt) {

    /** Places a second: each counts once, for it can be honoured once, however many were confirmed in it. */
    double perSecond(Instant began) {
        return places * 1000.0 / Math.max(1, Duration.between(began, lastAt).toMillis());
    }
}
