package dev.slipway.hosp.calendar;

import dev.slipway.hosp.hospital.BookingWindow;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.schedule.OpenPlaces;
import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The days that a department shows at one moment. */
@Service
public class BookingCalendar {
    private final Schedules schedules;
    private final Clock clock;
    private final ZoneId displayZone;

    BookingCalendar(Schedules schedules, Clock clock, ZoneId displayZone) {
        this.schedules = schedules;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    public Page<CalendarDay> days(Hospital hospital, String departmentCode, PageRequest page) {
        BookingWindow window = BookingWindow.at(hospital.profile().bookingRule(), clock.instant(), displayZone);
        long first = Math.min(page.offset(), window.days());
        long end = Math.min(first + page.size(), window.days());
        if (first == end) {
            return Page.of(List.of(), page, window.days());
        }
        Map<LocalDate, OpenPlaces> byDate = schedules
                .openBetween(
                        hospital.code(),
                        departmentCode,
                        window.today().plusDays(first),
                        window.today().plusDays(end - 1))
                .stream()
                .collect(Collectors.toMap(OpenPlaces::date, Function.identity()));
        List<CalendarDay> days = LongStream.range(first, end)
                .mapToObj(window.today()::plusDays)
                .map(date -> day(date, window, byDate.get(date)))
                .toList();
        return Page.of(days, page, window.days());
    }

    /** @param open null when there are no open schedules */
    static CalendarDay day(LocalDate date, BookingWindow window, @Nullable OpenPlaces open) {
        int total = open == null ? 0 : open.total();
        int available = open == null ? 0 : open.available();
        return new CalendarDay(date, status(window.stateOf(date), open == null, available), total, available);
    }

    private static DayStatus status(BookingWindow.DateState state, boolean none, int available) {
        return switch (state) {
            case STOPPED, OUT_OF_WINDOW -> DayStatus.STOPPED;
            case UPCOMING -> DayStatus.UPCOMING;
            case OPEN -> none ? DayStatus.NONE : available == 0 ? DayStatus.FULL : DayStatus.OPEN;
        };
    }
}
