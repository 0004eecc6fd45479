package dev.slipway.platform.stack.diagnosis;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds its cause in a single line of the log; the last such line counts. */
record LineRule(Pattern pattern, BiFunction<Evidence, MatchResult, String> text) implements Rule {
    static LineRule of(String regex, BiFunction<Evidence, MatchResult, String> text) {
        return new LineRule(Pattern.compile(regex), text);
    }

    @Override
    public Optional<String> cause(Evidence evidence) {
        for (int line = evidence.lines().size() - 1; line >= 0; line--) {
            Matcher matcher = pattern.matcher(evidence.lines().get(line));
            if (matcher.find()) {
                return Optional.of(text.apply(evidence, matcher.toMatchResult()));
            }
        }
        return Optional.empty();
    }
}
