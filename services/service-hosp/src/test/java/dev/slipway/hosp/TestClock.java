package dev.slipway.hosp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where a test has put it. */
final class TestClock extends Clock {
    /** A Wednesday, nine in the morning at the hospitals. */
    static final Instant NINE = Instant.parse("2026-11-25T01:00:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private volatile Instant now = NINE;

    void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
