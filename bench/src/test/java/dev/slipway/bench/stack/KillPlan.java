package dev.slipway.bench.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed in which round: everybody once, in a random order, so that some rounds have to bear two at once. */
record KillPlan(List<Round> rounds) {
    private static final int ROUNDS = 10;
    private static final int LONGEST_WAIT = 3_000;

    /** @param waitMillis before the kill */
    record Round(List<String> victims, int waitMillis) {}

    static KillPlan of(List<String> components, Random random) {
        var order = new ArrayList<>(components);
        Collections.shuffle(order, random);
        var rounds = new ArrayList<Round>();
        for (int round = 0; round < ROUNDS; round++) {
            var victims = new ArrayList<String>();
            for (int next = round; next < order.size(); next += ROUNDS) {
                victims.add(order.get(next));
            }
            rounds.add(new Round(victims, random.nextInt(LONGEST_WAIT)));
        }
        return new KillPlan(rounds);
    }
}
