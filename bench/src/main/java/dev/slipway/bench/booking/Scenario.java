package dev.slipway.bench.booking;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How patients come: one after the other, to the schedules in turn. */
enum Scenario {
    /** Nearly all come too late. */
    HOT_SLOT("0101", 1, 100, 10_000, 500),
    /** There is room for everybody. */
    WIDE("0103", 40, 50, 1_500, 50),
    /** Book and pay; every second one cancels and is refunded. */
    WHOLE_LIFE("0201", 20, 50, 300, 10);

    /** Of the demonstration hospital, whose schedules they want. */
    final String department;
    /** How many of them there are in a round. */
    final int schedules;
    /** Of each schedule. */
    final int places;

    final int patients;
    /** Of the patients. */
    final double perSecond;

    Scenario(String department, int schedules, int places, int patients, double perSecond) {
        this.department = department;
        this.schedules = schedules;
        this.places = places;
        this.patients = patients;
        this.perSecond = perSecond;
    }

    /** The words by which a good end is counted. */
    Set<String> good() {
        return this == WHOLE_LIFE ? Set.of(Target.LIVED, Target.REFUNDED) : Set.of(Target.CONFIRMED);
    }

    List<OpenLoop.Arrival> run(Target target, List<Patient> people, List<String> ids) {
        List<Supplier<CompletableFuture<String>>> arrivals = IntStream.range(0, patients)
                .<Supplier<CompletableFuture<String>>>mapToObj(i -> () -> {
                    String schedule = ids.get(i % ids.size());
                    return this == WHOLE_LIFE
                            ? target.live(people.get(i), schedule, i / ids.size() % 2 == 1)
                            : target.book(people.get(i), schedule);
                })
                .toList();
        return OpenLoop.run(arrivals, perSecond);
    }
}
