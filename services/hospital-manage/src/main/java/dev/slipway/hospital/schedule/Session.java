package dev.slipway.hospital.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Half a day of consultation. */
public enum Session {
    @JsonProperty("am")
    AM(LocalTime.of(8, 0), "上午"),
    @JsonProperty("pm")
    PM(LocalTime.of(13, 30), "下午");

    private static final Duration LENGTH = Duration.ofMinutes(210);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final LocalTime start;
    private final String label;

    Session(LocalTime start, String label) {
        this.start = start;
        this.label = label;
    }

    /** Until when number {@code sequence} of about {@code total} should be fetched, in words for the patient. */
    public String fetchTime(LocalDate date, int sequence, int total) {
        long minutes = LENGTH.toMinutes() * Math.min(sequence, total) / Math.max(1, total);
        return date + " " + TIME.format(start.plusMinutes(minutes)) + " 前";
    }

    /** For pages. */
    public String label() {
        return label;
    }

    /** As in the platform's contract: {@code am}, {@code pm}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Session of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
