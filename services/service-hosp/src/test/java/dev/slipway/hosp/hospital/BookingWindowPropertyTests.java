package dev.slipway.hosp.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.hospital.BookingWindow.DateState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is true of every rule at every moment; a date's release is worked out here in another way. */
class BookingWindowPropertyTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Property
    void aDateIsOpenFromItsReleaseUntilTodaysStop(
            @ForAll("rules") BookingRule rule,
            @ForAll("moments") LocalDateTime now,
            @ForAll @IntRange(min = -3, max = 100) int ahead) {
        LocalDate date = now.toLocalDate().plusDays(ahead);
        LocalDateTime release = date.minusDays(rule.cycleDays() - 1L).atTime(rule.releaseTime());
        LocalDateTime announced = release.minusDays(1);
        LocalDateTime end = date.atTime(rule.stopTime());
        boolean open = !now.isBefore(release) && now.isBefore(end);
        boolean shown = ahead >= 0 && !now.isBefore(announced);

        DateState state = at(rule, now).stateOf(date);

        assertThat(state == DateState.OPEN).isEqualTo(open);
        assertThat(state != DateState.OUT_OF_WINDOW).isEqualTo(shown);
    }

    @Property
    void onlyTheLastDateIsUpcomingAndOnlyTodayIsStopped(
            @ForAll("rules") BookingRule rule, @ForAll("moments") LocalDateTime now) {
        BookingWindow window = at(rule, now);
        LocalDate today = now.toLocalDate();
        for (LocalDate date = today; date.isBefore(window.last()); date = date.plusDays(1)) {
            assertThat(window.stateOf(date))
                    .isIn(date.equals(today) ? List.of(DateState.OPEN, DateState.STOPPED) : List.of(DateState.OPEN));
        }
        assertThat(window.stateOf(window.last()))
                .isIn(
                        window.last().equals(today)
                                ? List.of(DateState.UPCOMING, DateState.STOPPED)
                                : List.of(DateState.UPCOMING));
        assertThat(window.stateOf(window.last().plusDays(1))).isEqualTo(DateState.OUT_OF_WINDOW);
    }

    private static BookingWindow at(BookingRule rule, LocalDateTime now) {
        return BookingWindow.at(rule, now.atZone(SHANGHAI).toInstant(), SHANGHAI);
    }

    @Provide
    Arbitrary<BookingRule> rules() {
        return Combinators.combine(Arbitraries.integers().between(1, BookingRule.MOST_DAYS), timesOfDay(), timesOfDay())
                .as((days, release, stop) -> new BookingRule(days, release, stop, -1, LocalTime.NOON, List.of()));
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        long first = LocalDateTime.of(2024, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        return Arbitraries.longs()
                .between(first, first + Duration.ofDays(366 * 10).toSeconds())
                .map(second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private static Arbitrary<LocalTime> timesOfDay() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }
}
