package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds its cause in a single line of the log; the last such line counts. */
record LineRule(Cause cause, Pattern pattern, Function<MatchResult, String> text) implements Rule {
    static LineRule of(Cause cause, String regex, Function<MatchResult, String> text) {
        return new LineRule(cause, Pattern.compile(regex), text);
    }

    static LineRule of(Cause cause, String regex, String text) {
        return of(cause, regex, match -> text);
    }

    @Override
    public Optional<LogCause> cause(Evidence evidence) {
        for (int line = evidence.lines().size() - 1; line >= 0; line--) {
            Matcher matcher = pattern.matcher(evidence.lines().get(line));
            if (matcher.find()) {
                return Optional.of(new LogCause(cause, text.apply(matcher.toMatchResult())));
            }
        }
        return Optional.empty();
    }
}
