package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another process listens where this one wants to. */
final class PortTaken implements Rule {
    private static final Pattern SYMPTOM = Pattern.compile(
            "(?i)address already in use|port \\d+ was already in use|is already in use|failed to bind|BindException");

    /** The port as Spring, MariaDB, Redis and Netty write it. */
    private static final Pattern PORT =
            Pattern.compile("(?i)(?:port[: ]+|127\\.0\\.0\\.1[:/]+|localhost[:/]+)(\\d{2,5})\\b");

    @Override
    public Optional<LogCause> cause(Evidence evidence) {
        Optional<String> symptom = evidence.lines().stream()
                .filter(line -> SYMPTOM.matcher(line).find())
                .findFirst();
        return symptom.map(line -> new LogCause(Cause.PORT_TAKEN, describe(evidence, port(evidence, line))));
    }

    /** Often the port stands in another line than the symptom. */
    private static int port(Evidence evidence, String symptom) {
        Matcher same = PORT.matcher(symptom);
        if (same.find()) {
            return Integer.parseInt(same.group(1));
        }
        return evidence.lines().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("port"))
                .map(PORT::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .reduce((first, last) -> last)
                .orElse(evidence.port());
    }

    private static String describe(Evidence evidence, int port) {
        return "port " + port + " is taken"
                + evidence.portOwner().apply(port).map(owner -> " by " + owner).orElse(" by another process");
    }
}
