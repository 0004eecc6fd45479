package dev.slipway.test;

import java.util.Iterator;
import java.util.List;

/** Things of which each test class gets one. */
final class Claims<T> {

    private final Iterator<T> free;

    Claims(List<T> all) {
        this.free = List.copyOf(all).iterator();
    }

    synchronized T next() {
        if (!free.hasNext()) {
            throw new IllegalStateException("all are taken: share one between test classes, or provide more");
        }
        return free.next();
    }
}
