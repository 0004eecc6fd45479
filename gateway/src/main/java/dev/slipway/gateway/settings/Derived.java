package dev.slipway.gateway.settings;

import java.util.function.Function;
import java.util.function.Supplier;

/** What is made of the settings at hand; made again only when there are new ones. */
public final class Derived<S, T> implements Supplier<T> {
    private record Made<S, T>(S from, T value) {}

    private final Supplier<S> settings;
    private final Function<S, T> make;
    private volatile Made<S, T> made;

    public Derived(Supplier<S> settings, Function<S, T> make) {
        this.settings = settings;
        this.make = make;
        S first = settings.get();
        this.made = new Made<>(first, make.apply(first));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // settings are replaced as a whole; comparing them would cost each call
    public T get() {
        S now = settings.get();
        Made<S, T> last = made;
        if (last.from() != now) {
            last = new Made<>(now, make.apply(now));
            made = last;
        }
        return last.value();
    }
}
