package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts answers by call and status. Whatever is neither done nor refused by a rule of the business is a failure. */
final class Tally {
    private static final int MOST_FAILURES_KEPT = 50;
    private static final Set<Integer> REFUSALS = Set.of(409, 422);

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Answer count(String call, Answer answer) {
        answers.merge(call + " " + answer.status(), 1, Integer::sum);
        if (answer.status() >= 300 && !REFUSALS.contains(answer.status())) {
            keep(answer.request() + " answered " + answer.status());
        }
        return answer;
    }

    /** What the hospital's pages said; that the platform can't be reached is a failure. */
    void noted(String what, String notice) {
        boolean away = notice.contains("无法连接");
        answers.merge(what + (notice.contains("平台已收到通知") ? " done" : away ? " later" : " refused"), 1, Integer::sum);
        if (away) {
            keep(what + ": " + notice);
        }
    }

    void unanswered(Exception why) {
        answers.merge("unanswered", 1, Integer::sum);
        keep(String.valueOf(why));
    }

    private void keep(String failure) {
        if (failures.size() < MOST_FAILURES_KEPT) {
            failures.add(failure);
        }
    }

    int count(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** The first ones, in words. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
