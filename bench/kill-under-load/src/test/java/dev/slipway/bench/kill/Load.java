package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Patient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Patients who come and go, each one thing after the other, until it is stopped. */
final class Load {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private Load() {}

    /** @param seed of what each does; when they do it is up to the machine */
    static Load start(Api api, List<String> schedules, List<Patient> patients, Tally tally, long seed) {
        var load = new Load();
        for (int each = 0; each < patients.size(); each++) {
            var visitor = new Visitor(api, patients.get(each), schedules, tally, new Random(seed + each));
            var thread = new Thread(() -> load.live(visitor), "patient-" + each);
            thread.start();
            load.threads.add(thread);
        }
        return load;
    }

    /** Ends it; every call that was begun is answered or given up by then. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(Visitor visitor) {
        try {
            while (!stopped) {
                visitor.visit();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
