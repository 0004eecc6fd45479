package dev.slipway.bench.booking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of one round.
 *
 * @param target {@code slipway} or {@code plain}
 * @param perSecond good ends a second, from the first arrival to the good end that filled the last place or, with room
 *     left, to the last good end; what was oversold is not in it
 * @param p50Millis half of the good ends came within this after their arrival was due
 * @param p99Millis 99 of 100 did
 * @param outcomes how many ended how
 * @param oversold places sold more than there are
 */
record Measured(
        Scenario scenario,
        String target,
        double perSecond,
        double p50Millis,
        double p99Millis,
        Map<String, Long> outcomes,
        int oversold) {

    static Measured of(Scenario scenario, String target, List<OpenLoop.Arrival> arrivals, int oversold) {
        List<OpenLoop.Arrival> good = arrivals.stream()
                .filter(arrival -> scenario.good().contains(arrival.word()))
                .sorted(Comparator.comparingLong(OpenLoop.Arrival::endNanos))
                .limit((long) scenario.schedules * scenario.places)
                .toList();
        long[] waits = good.stream().mapToLong(OpenLoop.Arrival::nanos).sorted().toArray();
        double seconds = good.isEmpty() ? 1 : good.get(good.size() - 1).endNanos() / 1e9;
        return new Measured(
                scenario,
                target,
                good.size() / seconds,
                percentile(waits, 0.5),
                percentile(waits, 0.99),
                arrivals.stream()
                        .collect(Collectors.groupingBy(OpenLoop.Arrival::word, TreeMap::new, Collectors.counting())),
                oversold);
    }

    private static double percentile(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
    }
}
