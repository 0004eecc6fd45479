package dev.slipway.web.dashboard;

import com.alibaba.csp.sentinel.datasource.WritableDataSource;

/**
 * Takes the rules that somebody set in the dashboard. Sentinel has put them in force by then: whoever does not take them
 * puts back what was in force, and throws, so that the dashboard says that they were not saved.
 */
public record SetRules<C>(Taker<? super C> taker) implements WritableDataSource<C> {

    /** Keeps rules, or refuses them. */
    public interface Taker<C> {
        void take(C rules) throws Exception;
    }

    @Override
    public void write(C rules) throws Exception {
        taker.take(rules);
    }

    @Override
    public void close() {}
}
