package dev.slipway.hosp.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.BookingWindow;
import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingCalendarTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final BookingRule RULE =
            new BookingRule(7, LocalTime.of(8, 0), LocalTime.of(11, 30), -1, LocalTime.of(15, 0), List.of());

    @ParameterizedTest(name = "at {0}, in {1} days, {2} schedules of {3} places, {4} given away: {5}, {6} of {7}")
    @CsvSource({
        "09:00, 1, 1, 10, 0, OPEN, 10, 10",
        "09:00, 1, 2, 10, 9, OPEN, 2, 20",
        "09:00, 1, 1, 10, 10, FULL, 0, 10",
        "09:00, 1, 1, 10, 12, FULL, 0, 10",
        "09:00, 1, 0, 0, 0, NONE, 0, 0",
        "09:00, 1, 1, 0, 0, FULL, 0, 0",
        "09:00, 0, 1, 10, 0, OPEN, 10, 10",
        "11:30, 0, 1, 10, 0, STOPPED, 10, 10",
        "11:30, 0, 0, 0, 0, STOPPED, 0, 0",
        "09:00, 7, 1, 10, 0, UPCOMING, 10, 10",
        "09:00, 7, 0, 0, 0, UPCOMING, 0, 0",
        "07:00, 6, 1, 10, 10, UPCOMING, 0, 10",
    })
    void tellsOfADay(
            LocalTime time, int ahead, int schedules, int total, int active, DayStatus status, int left, int all) {
        LocalDate date = TODAY.plusDays(ahead);
        List<Schedule> open = IntStream.range(0, schedules)
                .mapToObj(number -> schedule(date, total, active))
                .toList();
        CalendarDay day = BookingCalendar.day(date, new BookingWindow(RULE, TODAY, time), open);
        assertThat(day).isEqualTo(new CalendarDay(date, status, all, left));
    }

    private static Schedule schedule(LocalDate date, int total, int active) {
        ScheduleOffer offer =
                new ScheduleOffer("D1", "主任医师", "王医生", "", date, Session.AM, total, "10.00", ScheduleStatus.OPEN);
        return new Schedule("id", "H", "S", offer, false, active, 1);
    }
}
