package dev.slipway.hosp.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.BookingWindow;
import dev.slipway.hosp.schedule.OpenPlaces;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingCalendarTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final BookingRule RULE =
            new BookingRule(7, LocalTime.of(8, 0), LocalTime.of(11, 30), -1, LocalTime.of(15, 0), List.of());

    @ParameterizedTest(name = "at {0}, in {1} days, {2} of {3} places are left: {4}")
    @CsvSource({
        "09:00, 1, 10, 10, OPEN",
        "09:00, 1, 2, 20, OPEN",
        "09:00, 1, 0, 10, FULL",
        "09:00, 1, , , NONE",
        "09:00, 1, 0, 0, FULL",
        "09:00, 0, 10, 10, OPEN",
        "11:30, 0, 10, 10, STOPPED",
        "11:30, 0, , , STOPPED",
        "09:00, 7, 10, 10, UPCOMING",
        "09:00, 7, , , UPCOMING",
        "07:00, 6, 0, 10, UPCOMING",
    })
    void tellsOfADay(LocalTime time, int ahead, @Nullable Integer left, @Nullable Integer all, DayStatus status) {
        LocalDate date = TODAY.plusDays(ahead);
        OpenPlaces open = left == null || all == null ? null : new OpenPlaces(date, all, left);
        CalendarDay day = BookingCalendar.day(date, new BookingWindow(RULE, TODAY, time), open);
        assertThat(day).isEqualTo(new CalendarDay(date, status, all == null ? 0 : all, left == null ? 0 : left));
    }
}
