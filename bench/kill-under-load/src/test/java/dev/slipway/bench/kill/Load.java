package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Patient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;

/** Patients who come and go and a clerk, each one thing after the other, until it is stopped. */
final class Load {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private Load() {}

    /** @param seed of what each does; when they do it is up to the machine */
    static Load start(Town town, List<Patient> patients, Tally tally, long seed) {
        var load = new Load();
        var errands = new LinkedBlockingQueue<Errand>();
        for (int each = 0; each < patients.size(); each++) {
            var visitor = new Visitor(town.api(), patients.get(each), town, errands, tally, new Random(seed + each));
            load.begin("patient-" + each, visitor::visit);
        }
        load.begin("clerk", town.counter(errands, tally, new Random(seed - 1))::work);
        return load;
    }

    private void begin(String name, Doing one) {
        var thread = new Thread(() -> live(one), name);
        thread.start();
        threads.add(thread);
    }

    /** One thing of many. */
    private interface Doing {
        void once() throws InterruptedException;
    }

    /** Ends it; every call that was begun is answered or given up by then. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(Doing one) {
        try {
            while (!stopped) {
                one.once();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
