package dev.slipway.bench.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed in which round: everybody once, in a random order, so that some rounds have to bear two. */
record KillPlan(List<List<Kill>> rounds) {
    static final int ROUNDS = 10;
    private static final int LONGEST_WAIT = 3_000;

    /** @param waitMillis before it, from the start of the load or from the kill before it in the same round */
    record Kill(String victim, int waitMillis) {}

    /** The first so many rounds of it; not everybody's turn comes then. */
    KillPlan first(int most) {
        return new KillPlan(rounds.subList(0, Math.min(most, rounds.size())));
    }

    static KillPlan of(List<String> components, Random random) {
        var order = new ArrayList<>(components);
        Collections.shuffle(order, random);
        var rounds = new ArrayList<List<Kill>>();
        for (int round = 0; round < ROUNDS; round++) {
            var kills = new ArrayList<Kill>();
            for (int next = round; next < order.size(); next += ROUNDS) {
                kills.add(new Kill(order.get(next), random.nextInt(LONGEST_WAIT)));
            }
            rounds.add(kills);
        }
        return new KillPlan(rounds);
    }
}
