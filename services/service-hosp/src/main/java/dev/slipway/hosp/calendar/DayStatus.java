package dev.slipway.hosp.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a day of the calendar is. */
public enum DayStatus {
    @JsonProperty("open")
    OPEN,
    /** There are schedules and no places left. */
    @JsonProperty("full")
    FULL,
    /** No doctor: there are no open schedules. */
    @JsonProperty("none")
    NONE,
    /** Opens at the next release time. */
    @JsonProperty("upcoming")
    UPCOMING,
    /** Today, after the stop time. */
    @JsonProperty("stopped")
    STOPPED
}
