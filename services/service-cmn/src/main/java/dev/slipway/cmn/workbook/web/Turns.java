package dev.slipway.cmn.workbook.web;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Lets so many work at once and turns the others away; how many may change meanwhile. */
final class Turns {
    private final AtomicInteger taken = new AtomicInteger();
    private final IntSupplier most;

    Turns(IntSupplier most) {
        this.most = most;
    }

    /** Whether there was a turn; whoever got one gives it back. */
    boolean take() {
        int limit = most.getAsInt();
        return taken.getAndUpdate(number -> number < limit ? number + 1 : number) < limit;
    }

    void giveBack() {
        taken.decrementAndGet();
    }
}
