package dev.slipway.bench.stack;

import dev.slipway.platform.smoke.Answer;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Patient;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Patients who book, pay, pay without telling, cancel and forget, each one thing after the other, until it is stopped.
 * Whatever they are answered is counted; an answer of 5xx, or none, is a failure.
 */
final class Load {
    private static final long PAUSE = 100;
    private static final int MOST_FAILURES_KEPT = 50;

    private final Api api;
    private final List<String> schedules;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    private Load(Api api, List<String> schedules) {
        this.api = api;
        this.schedules = schedules;
    }

    /** @param seed of what each does; when they do it is up to the machine */
    static Load start(Api api, List<String> schedules, List<Patient> patients, long seed) {
        var load = new Load(api, schedules);
        for (int each = 0; each < patients.size(); each++) {
            Patient patient = patients.get(each);
            var random = new Random(seed + each);
            var thread = new Thread(() -> load.live(patient, random), "patient-" + each);
            thread.start();
            load.threads.add(thread);
        }
        return load;
    }

    /** How often each call was answered with each status. */
    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** The first ones, in words. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int count(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    /** Ends it; every call that was begun is answered or given up by then. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(Patient patient, Random random) {
        while (!stopped) {
            try {
                visit(patient, random);
                Thread.sleep(PAUSE);
            } catch (IOException | StepFailed failed) {
                fail("none", String.valueOf(failed));
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void visit(Patient patient, Random random) throws IOException, InterruptedException, StepFailed {
        String schedule = schedules.get(random.nextInt(schedules.size()));
        int wish = random.nextInt(8);
        api.get("/api/schedules/" + schedule, null);
        Answer booked = count(
                "book",
                api.post(
                        "/api/appointments",
                        Map.of("scheduleId", schedule, "patientId", patient.recordId()),
                        patient.token()));
        if (booked.status() != 201 && booked.status() != 202) {
            return;
        }
        String path = "/api/appointments/" + booked.text("number");
        switch (wish) {
            case 0, 1, 2 -> {
                pay(path, patient, "pay");
                cancel(path, patient);
            }
            case 3 -> pay(path, patient, "pay");
            case 4 -> pay(path, patient, "silent");
            case 5, 6 -> cancel(path, patient);
            default -> count("list", api.get("/api/appointments", patient.token()));
        }
    }

    private void pay(String path, Patient patient, String outcome)
            throws IOException, InterruptedException, StepFailed {
        Answer asked = count("ask to pay", api.post(path + "/payment", Map.of(), patient.token()));
        if (asked.status() == 201) {
            String cashier = "/cashier/" + asked.text("outTradeNo");
            count(outcome, api.post(cashier, Map.of("outcome", outcome), null));
            count("see payment", api.get(path + "/payment", patient.token()));
        }
    }

    private void cancel(String path, Patient patient) throws IOException, InterruptedException {
        count("cancel", api.post(path + "/cancellation", Map.of(), patient.token()));
    }

    private Answer count(String call, Answer answer) {
        answers.merge(call + " " + answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            fail(String.valueOf(answer.status()), answer.request() + " answered " + answer.status());
        }
        return answer;
    }

    private void fail(String kind, String failure) {
        answers.merge("failed " + kind, 1, Integer::sum);
        if (failures.size() < MOST_FAILURES_KEPT) {
            failures.add(failure);
        }
    }
}
