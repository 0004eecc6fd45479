package dev.slipway.web.live;

import dev.slipway.web.dashboard.SetRules;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One kind of Sentinel rules.
 *
 * @param <R> Sentinel's class of a rule
 * @param resource what the rule is for; blank is refused
 * @param threshold negative is refused
 * @param valid Sentinel's own check: what fails it, Sentinel would leave out without a word
 * @param load puts a list in force in place of the one before
 * @param dashboard names who takes the rules that are set in Sentinel's dashboard
 */
record RuleKind<R>(
        String name,
        Class<R> type,
        Function<R, String> resource,
        Function<R, Number> threshold,
        Predicate<R> valid,
        Consumer<List<R>> load,
        Consumer<SetRules.Taker<Collection<R>>> dashboard) {}
