package dev.slipway.hosp.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.hospital.BookingWindow.DateState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingWindowTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static BookingRule rule(int cycleDays, String releaseTime, String stopTime) {
        return new BookingRule(
                cycleDays, LocalTime.parse(releaseTime), LocalTime.parse(stopTime), -1, LocalTime.of(15, 0), List.of());
    }

    @ParameterizedTest(name = "cycle {0}, at {1}: {2} days until {3}")
    @CsvSource({
        "7, 2026-11-25T07:59:59.999+08:00, 7, 2026-12-01",
        "7, 2026-11-25T08:00:00+08:00, 8, 2026-12-02",
        "7, 2026-11-25T23:59:59.999+08:00, 8, 2026-12-02",
        "7, 2026-11-26T00:00:00+08:00, 7, 2026-12-02",
        "1, 2026-11-25T07:00:00+08:00, 1, 2026-11-25",
        "1, 2026-11-25T08:00:00+08:00, 2, 2026-11-26",
        "90, 2026-11-25T09:00:00+08:00, 91, 2027-02-23",
        "7, 2026-12-28T07:00:00+08:00, 7, 2027-01-03",
        "7, 2026-12-31T08:00:00+08:00, 8, 2027-01-07",
        "4, 2028-02-26T07:00:00+08:00, 4, 2028-02-29",
        "4, 2028-02-26T08:00:00+08:00, 5, 2028-03-01",
        "4, 2027-02-26T07:00:00+08:00, 4, 2027-03-01",
        "2, 2028-02-29T08:00:00+08:00, 3, 2028-03-02",
        "7, 2026-11-24T16:30:00Z, 7, 2026-12-01",
        "7, 2026-11-24T15:30:00Z, 8, 2026-12-01",
    })
    void showsDates(int cycleDays, String moment, int days, LocalDate last) {
        BookingWindow window = at(rule(cycleDays, "08:00", "11:30"), moment);
        assertThat(window.days()).isEqualTo(days);
        assertThat(window.last()).isEqualTo(last);
    }

    @ParameterizedTest(name = "cycle {0}, at {1}: {2} is {3}")
    @CsvSource({
        "7, 2026-11-25T07:59:59.999+08:00, 2026-11-24, OUT_OF_WINDOW",
        "7, 2026-11-25T07:59:59.999+08:00, 2026-11-25, OPEN",
        "7, 2026-11-25T07:59:59.999+08:00, 2026-11-30, OPEN",
        "7, 2026-11-25T07:59:59.999+08:00, 2026-12-01, UPCOMING",
        "7, 2026-11-25T07:59:59.999+08:00, 2026-12-02, OUT_OF_WINDOW",
        "7, 2026-11-25T08:00:00+08:00, 2026-12-01, OPEN",
        "7, 2026-11-25T08:00:00+08:00, 2026-12-02, UPCOMING",
        "7, 2026-11-25T08:00:00+08:00, 2026-12-03, OUT_OF_WINDOW",
        "7, 2026-11-25T11:29:59.999+08:00, 2026-11-25, OPEN",
        "7, 2026-11-25T11:30:00+08:00, 2026-11-25, STOPPED",
        "7, 2026-11-25T11:30:00+08:00, 2026-11-26, OPEN",
        "1, 2026-11-25T07:00:00+08:00, 2026-11-25, UPCOMING",
        "1, 2026-11-25T08:00:00+08:00, 2026-11-25, OPEN",
        "1, 2026-11-25T08:00:00+08:00, 2026-11-26, UPCOMING",
        "1, 2026-11-25T11:30:00+08:00, 2026-11-25, STOPPED",
        "7, 2026-12-31T12:00:00+08:00, 2026-12-31, STOPPED",
        "7, 2026-12-31T12:00:00+08:00, 2027-01-01, OPEN",
        "4, 2028-02-26T07:00:00+08:00, 2028-02-29, UPCOMING",
        "4, 2028-02-26T08:00:00+08:00, 2028-02-29, OPEN",
        "7, 2026-11-25T03:30:00Z, 2026-11-25, STOPPED",
    })
    void tellsOfADate(int cycleDays, String moment, LocalDate date, DateState state) {
        assertThat(at(rule(cycleDays, "08:00", "11:30"), moment).stateOf(date)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, -1, 2026-11-25T15:00+08:00[Asia/Shanghai]",
        "2026-11-26, 0, 2026-11-26T15:00+08:00[Asia/Shanghai]",
        "2027-01-01, -1, 2026-12-31T15:00+08:00[Asia/Shanghai]",
        "2028-03-01, -1, 2028-02-29T15:00+08:00[Asia/Shanghai]",
        "2027-03-01, -1, 2027-02-28T15:00+08:00[Asia/Shanghai]",
    })
    void quitDeadline(LocalDate visit, int offset, ZonedDateTime deadline) {
        BookingRule rule =
                new BookingRule(7, LocalTime.of(8, 0), LocalTime.of(11, 30), offset, LocalTime.of(15, 0), List.of());
        assertThat(rule.quitDeadline(visit, SHANGHAI)).isEqualTo(deadline);
    }

    private static BookingWindow at(BookingRule rule, String moment) {
        return BookingWindow.at(rule, OffsetDateTime.parse(moment).toInstant(), SHANGHAI);
    }
}
