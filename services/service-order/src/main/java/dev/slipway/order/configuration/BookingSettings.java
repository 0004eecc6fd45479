package dev.slipway.order.configuration;

import dev.slipway.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of an appointment's life.
 *
 * @param payWithin how long a confirmed one is kept unpaid
 * @param atOnce how many bookings are worked on at once, the hospital's answer not counted; a few for each connection
 *     of the database are enough
 * @param turnWithin longest wait for a turn; shorter than a caller's patience, so that nobody works for one who has left
 * @param firstQuestion when the hospital is asked about a request that nobody has finished; longer than a call takes
 * @param askFirst wait before the next question about a request whose outcome is unknown; doubles
 * @param askLongest longest wait between two questions
 * @param submitWithin how long such a request may still be submitted; after that it is closed at the hospital
 * @param noticeFirst wait before a hospital is told again; doubles
 * @param noticeLongest longest wait between two such attempts
 * @param noticeAttempts attempts before an operator has to see to it
 * @param batch most rows handled in one go
 */
@ConfigurationProperties("slipway.booking")
public record BookingSettings(
        @DefaultValue("15m") Duration payWithin,
        @DefaultValue("32") int atOnce,
        @DefaultValue("2s") Duration turnWithin,
        @DefaultValue("10s") Duration firstQuestion,
        @DefaultValue("2s") Duration askFirst,
        @DefaultValue("1m") Duration askLongest,
        @DefaultValue("10m") Duration submitWithin,
        @DefaultValue("2s") Duration noticeFirst,
        @DefaultValue("5m") Duration noticeLongest,
        @DefaultValue("500") int noticeAttempts,
        @DefaultValue("100") int batch) {
    public BookingSettings {
        if (payWithin.isNegative() || payWithin.isZero() || batch < 1 || noticeAttempts < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "slipway.booking: pay-within, at-once, batch and notice-attempts are above zero");
        }
    }

    public Backoff ask() {
        return new Backoff(askFirst, askLongest);
    }

    public Backoff notice() {
        return new Backoff(noticeFirst, noticeLongest);
    }
}
