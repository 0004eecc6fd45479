package dev.slipway.platform.stack.diagnosis;

import java.util.List;
import java.util.Optional;

/** The rules, the most telling first. */
public final class Diagnosis {
    private static final int SIGNALS = 128;

    private static final List<Rule> RULES = List.of(
            new ClassVersion(),
            new PortTaken(),
            LineRule.of("No space left on device", (evidence, match) -> "the disk is full"),
            new MemoryGone(),
            LineRule.of(
                    "secret ([a-z-]+) (is missing|has fewer than \\d+ characters|is a well-known value)",
                    (evidence, match) -> "its secret " + match.group(1) + " " + match.group(2)),
            LineRule.of(
                    "Access denied for user '([^']+)'",
                    (evidence, match) -> "the database refuses the password of user " + match.group(1)),
            LineRule.of("WRONGPASS|NOAUTH", (evidence, match) -> "Redis refuses the password"),
            LineRule.of("ACCESS_REFUSED", (evidence, match) -> "the message broker refuses the password"),
            LineRule.of(
                    "(?i)checksum mismatch for migration version ([\\w.]+)",
                    (evidence, match) -> "the migration V" + match.group(1)
                            + " was changed after this database had run it: add a new one instead"),
            LineRule.of(
                    "Migration (?:V?[\\w.]+__)?([\\w.]+\\.sql) failed",
                    (evidence, match) -> "the migration " + match.group(1) + " failed"),
            LineRule.of(
                    "Unable to lock \\./ibdata1|Database may be already in use|DerbyFile.*already booted",
                    (evidence, match) -> "its data is in use by another process"),
            LineRule.of(
                    "Client not connected, ?current status|no available server|NacosException.*Connection refused",
                    (evidence, match) -> "Nacos cannot be reached"),
            new RootCause());

    private Diagnosis() {}

    /** The cause in one line; never blank. */
    public static String of(Evidence evidence) {
        // Whoever is killed from outside has not written why; what stands in its log is something else.
        boolean signalled = evidence.exitCode().orElse(0) > SIGNALS;
        Optional<String> named = signalled
                ? Optional.empty()
                : RULES.stream().flatMap(rule -> rule.cause(evidence).stream()).findFirst();
        return named.or(() -> new HowItEnded().cause(evidence)).orElse("runs, and does not become usable");
    }
}
