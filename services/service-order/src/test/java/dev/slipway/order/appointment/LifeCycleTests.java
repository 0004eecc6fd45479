package dev.slipway.order.appointment;

import static dev.slipway.order.appointment.AppointmentStatus.CANCELLED;
import static dev.slipway.order.appointment.AppointmentStatus.CONFIRMED;
import static dev.slipway.order.appointment.AppointmentStatus.EXPIRED;
import static dev.slipway.order.appointment.AppointmentStatus.FETCHED;
import static dev.slipway.order.appointment.AppointmentStatus.PAID;
import static dev.slipway.order.appointment.AppointmentStatus.REFUNDED;
import static dev.slipway.order.appointment.AppointmentStatus.REFUNDING;
import static dev.slipway.order.appointment.AppointmentStatus.REJECTED;
import static dev.slipway.order.appointment.AppointmentStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.order.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeCycleTests {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final Duration PAY_WITHIN = Duration.ofMinutes(15);
    private static final Instant DEADLINE = NOW.plus(Duration.ofDays(1));
    private static final String[] WORDS = {
        "confirm", "reject", "pay", "fetch", "patient", "hospital", "schedule", "expire", "refunded"
    };

    /** For each state what each transition makes of it: a state, {@code =} for "already", {@code -} for "refused". */
    private static final Map<AppointmentStatus, String> TABLE = new EnumMap<>(Map.of(
            REQUESTED, "CONFIRMED REJECTED - - CANCELLED CANCELLED CANCELLED - -",
            CONFIRMED, "= - PAID - CANCELLED CANCELLED CANCELLED EXPIRED -",
            PAID, "= - = FETCHED REFUNDING REFUNDING REFUNDING - -",
            FETCHED, "= - = = - - - - -",
            REJECTED, "- = - - - = = - -",
            EXPIRED, "- - - - - = = = -",
            CANCELLED, "- - - - = = = - -",
            REFUNDING, "- - - - = = = - REFUNDED",
            REFUNDED, "- - - - = = = - ="));

    @Test
    void everyTransitionFromEveryState() {
        for (AppointmentStatus status : AppointmentStatus.values()) {
            String[] expected = String.valueOf(TABLE.get(status)).split(" ", -1);
            for (int i = 0; i < WORDS.length; i++) {
                Change change = change(in(status), WORDS[i], NOW.plus(PAY_WITHIN));
                assertThat(word(change)).as(status + " " + WORDS[i]).isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void thePatientAloneIsBoundByTheDeadline() {
        assertThat(word(in(CONFIRMED).cancel(Party.PATIENT, null, DEADLINE.minusMillis(1))))
                .isEqualTo("CANCELLED");
        assertThat(in(CONFIRMED).cancel(Party.PATIENT, null, DEADLINE)).isEqualTo(new Change.Refused(Refusal.TOO_LATE));
        assertThat(word(in(CONFIRMED).cancel(Party.HOSPITAL, null, DEADLINE))).isEqualTo("CANCELLED");
        assertThat(in(CANCELLED).cancel(Party.PATIENT, null, DEADLINE)).isEqualTo(new Change.Already());
    }

    @Test
    void nothingExpiresBeforeItsTime() {
        assertThat(in(CONFIRMED).expire(NOW.plus(PAY_WITHIN).minusMillis(1)))
                .isEqualTo(new Change.Refused(Refusal.NOT_ACTIVE));
    }

    @Property(tries = 2000)
    void anAppointmentBecomesInactiveAtMostOnceAndForEver(
            @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> steps) {
        Appointment current = in(REQUESTED);
        boolean paid = false;
        boolean over = false;
        for (int step : steps) {
            if (change(current, WORDS[step], NOW.plus(PAY_WITHIN)) instanceof Change.To to) {
                Appointment after = to.after();
                assertThat(after.version()).isEqualTo(current.version() + 1);
                assertThat(after.status()).isNotEqualTo(current.status());
                assertThat(over && after.status().isActive()).isFalse();
                assertThat(after.status() == REFUNDING && !paid).isFalse();
                paid |= after.status() == PAID;
                over |= !after.status().isActive();
                current = after;
            }
        }
    }

    /** The rule of the count, as the transactions apply it: plus one for a request, minus one when it stops being active. */
    @Property(tries = 500)
    void theCountOfAScheduleIsTheNumberOfItsActiveAppointments(
            @ForAll @IntRange(min = 0, max = 5) int total, @ForAll long seed) {
        Random random = new Random(seed);
        List<Appointment> all = new ArrayList<>();
        int active = 0;
        for (int step = 0; step < 200; step++) {
            if (all.isEmpty() || random.nextInt(4) == 0) {
                if (active < total) {
                    all.add(in(REQUESTED));
                    active++;
                }
            } else {
                int one = random.nextInt(all.size());
                Appointment before = all.get(one);
                if (change(before, WORDS[random.nextInt(WORDS.length)], NOW.plus(PAY_WITHIN)) instanceof Change.To to) {
                    all.set(one, to.after());
                    active -= before.status().isActive() && !to.after().status().isActive() ? 1 : 0;
                }
            }
            assertThat(active).isBetween(0, total).isEqualTo((int) all.stream()
                    .filter(appointment -> appointment.status().isActive())
                    .count());
        }
    }

    private static Change change(Appointment appointment, String word, Instant now) {
        return switch (word) {
            case "confirm" -> appointment.confirm(new Admission("R1", 1, null, null), NOW, PAY_WITHIN);
            case "reject" -> appointment.reject("full");
            case "pay" -> appointment.pay();
            case "fetch" -> appointment.fetch();
            case "patient" -> appointment.cancel(Party.PATIENT, null, now);
            case "hospital" -> appointment.cancel(Party.HOSPITAL, null, now);
            case "schedule" -> appointment.cancel(Party.SCHEDULE, null, now);
            case "expire" -> appointment.expire(now);
            default -> appointment.refunded();
        };
    }

    private static String word(Change change) {
        if (change instanceof Change.To to) {
            return to.after().status().name();
        }
        return change instanceof Change.Already ? "=" : "-";
    }

    private static Appointment in(AppointmentStatus status) {
        @Nullable Instant expires = status == REQUESTED ? null : NOW.plus(PAY_WITHIN);
        return new Appointment(
                new AppointmentNumber("20261125ABCDEFGHJKMN"),
                new Booker("u1", "13900000000"),
                new PatientSnapshot("p1", "张三", "10", "1", "male", LocalDate.EPOCH, "13900000000", true, null),
                new Visit(
                        "s1",
                        "H1",
                        "H",
                        "1",
                        "d1",
                        "D",
                        null,
                        null,
                        null,
                        LocalDate.parse("2026-11-27"),
                        "am",
                        Money.of("100"),
                        DEADLINE),
                status,
                null,
                expires,
                null,
                null,
                1,
                NOW);
    }
}
