package dev.slipway.bench.booking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of one round.
 *
 * @param target {@code slipway} or {@code plain}
 * @param perSecond good ends a second, from the first arrival to the last good end or, where more were confirmed than
 *     there are places, to the one that made as many as there are places
 * @param ownPerSecond places a second from the first arrival to the last appointment made, each counted once, however
 *     many patients it was confirmed to
 * @param p50Millis half of the good ends came within this after their arrival was due
 * @param p99Millis 99 of 100 did
 * @param outcomes how many ended how
 * @param oversold places sold more than there are
 */
record Measured(
        Scenario scenario,
        String target,
        double perSecond,
        double ownPerSecond,
        double p50Millis,
        double p99Millis,
        Map<String, Long> outcomes,
        int oversold) {

    /** Of a variant whose books agree: who is confirmed has a place alone. */
    static Measured of(Scenario scenario, String target, List<OpenLoop.Arrival> arrivals) {
        List<OpenLoop.Arrival> good = arrivals.stream()
                .filter(arrival -> scenario.good().contains(arrival.word()))
                .sorted(Comparator.comparingLong(OpenLoop.Arrival::endNanos))
                .limit((long) scenario.schedules * scenario.places)
                .toList();
        long[] waits = good.stream().mapToLong(OpenLoop.Arrival::nanos).sorted().toArray();
        double seconds = good.isEmpty() ? 1 : good.get(good.size() - 1).endNanos() / 1e9;
        double perSecond = good.size() / seconds;
        return new Measured(
                scenario,
                target,
                perSecond,
                perSecond,
                percentile(waits, 0.5),
                percentile(waits, 0.99),
                arrivals.stream()
                        .collect(Collectors.groupingBy(OpenLoop.Arrival::word, TreeMap::new, Collectors.counting())),
                0);
    }

    /** The same with what the variant's books say of places. */
    Measured by(Sold sold, Instant began) {
        return new Measured(
                scenario, target, perSecond, sold.perSecond(began), p50Millis, p99Millis, outcomes, sold.oversold());
    }

    private static double percentile(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
    }
}
