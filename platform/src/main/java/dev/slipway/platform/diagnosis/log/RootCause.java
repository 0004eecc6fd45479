package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log itself calls the cause: Spring's description, the innermost exception, or the last error. */
final class RootCause implements Rule {
    private static final int LONGEST = 300;
    private static final Pattern CAUSED_BY = Pattern.compile("Caused by: ([\\w.$]+)(?:: (.+))?");
    private static final Pattern ERROR =
            Pattern.compile("(?:\\bERROR\\b|\\bFATAL\\b|\\[ERROR\\]|^Error: ?|Exception in thread)(.*)");

    @Override
    public Optional<LogCause> cause(Evidence evidence) {
        return springs(evidence.lines())
                .or(() -> last(evidence.lines(), CAUSED_BY).map(RootCause::exception))
                .or(() ->
                        last(evidence.lines(), ERROR).map(match -> match.group().strip()))
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text)
                .map(text -> new LogCause(Cause.FAILED_TO_START, text));
    }

    private static Optional<String> springs(List<String> lines) {
        int description = lines.lastIndexOf("Description:");
        if (description < 0 || !lines.contains("APPLICATION FAILED TO START")) {
            return Optional.empty();
        }
        return lines.stream()
                .skip(description + 1L)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String exception(Matcher match) {
        String name = match.group(1).substring(match.group(1).lastIndexOf('.') + 1);
        String message = match.group(2);
        return message == null ? name : message.strip() + " (" + name + ")";
    }

    private static Optional<Matcher> last(List<String> lines, Pattern pattern) {
        for (int line = lines.size() - 1; line >= 0; line--) {
            Matcher matcher = pattern.matcher(lines.get(line));
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }
}
