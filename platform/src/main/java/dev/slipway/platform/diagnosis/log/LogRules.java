package dev.slipway.platform.diagnosis.log;

import static dev.slipway.platform.diagnosis.Cause.CONFIGURATION_ABSENT;
import static dev.slipway.platform.diagnosis.Cause.DATA_IN_USE;
import static dev.slipway.platform.diagnosis.Cause.DISK_FULL;
import static dev.slipway.platform.diagnosis.Cause.MIGRATION_CHANGED;
import static dev.slipway.platform.diagnosis.Cause.MIGRATION_FAILED;
import static dev.slipway.platform.diagnosis.Cause.NACOS_UNREACHABLE;
import static dev.slipway.platform.diagnosis.Cause.NOT_NAMED;
import static dev.slipway.platform.diagnosis.Cause.PASSWORD_REFUSED;
import static dev.slipway.platform.diagnosis.Cause.SECRET_UNUSABLE;
import static dev.slipway.platform.diagnosis.Cause.SERVER_UNREACHABLE;

import java.util.List;
import java.util.stream.Stream;

/** All rules, the most telling first. */
final class LogRules {
    private static final List<Rule> MACHINE = List.of(
            new ClassVersion(),
            new PortTaken(),
            LineRule.of(DISK_FULL, "No space left on device", "the disk is full"),
            new MemoryGone());

    private static final List<Rule> ACCESS = List.of(
            LineRule.of(
                    SECRET_UNUSABLE,
                    "secret ([a-z-]+) (is missing|has fewer than \\d+ characters|is a well-known value)",
                    match -> "its secret " + match.group(1) + " " + match.group(2)),
            LineRule.of(
                    PASSWORD_REFUSED,
                    "Access denied for user '([^']+)'",
                    match -> "the database refuses the password of user " + match.group(1)),
            LineRule.of(PASSWORD_REFUSED, "WRONGPASS|NOAUTH", "Redis refuses the password"),
            LineRule.of(PASSWORD_REFUSED, "ACCESS_REFUSED", "the message broker refuses the password"),
            LineRule.of(
                    PASSWORD_REFUSED,
                    "Exception authenticating MongoCredential|MongoSecurityException",
                    "MongoDB refuses the password"));

    private static final List<Rule> DATA = List.of(
            LineRule.of(
                    MIGRATION_CHANGED,
                    "(?i)checksum mismatch for migration version ([\\w.]+)",
                    match -> "the migration V" + match.group(1)
                            + " was changed after this database had run it: add a new one instead"),
            LineRule.of(
                    MIGRATION_FAILED,
                    "Migration (?:V?[\\w.]+__)?([\\w.]+\\.sql) failed",
                    match -> "the migration " + match.group(1) + " failed"),
            LineRule.of(
                    DATA_IN_USE,
                    "Unable to lock \\./ibdata1|Database may be already in use|DerbyFile.*already booted",
                    "its data is in use by another process"));

    private static final List<Rule> SERVERS = List.of(
            LineRule.of(
                    NACOS_UNREACHABLE,
                    "Client not connected, ?current status|no available server|NacosException.*Connection refused"
                            + "|failed to connect to Nacos server",
                    "Nacos cannot be reached"),
            LineRule.of(
                    NOT_NAMED,
                    "the registry does not name (\\S+) as a healthy (\\S+)",
                    match -> "Nacos does not name " + match.group(1) + " to those who call " + match.group(2)),
            LineRule.of(
                    SERVER_UNREACHABLE,
                    "Communications link failure|Socket fail to connect to host",
                    "the database cannot be reached"),
            LineRule.of(
                    SERVER_UNREACHABLE,
                    "(?i)unable to connect to (?:redis|[\\w.-]+/<?.*:6379)",
                    "Redis cannot be reached"),
            LineRule.of(SERVER_UNREACHABLE, "AmqpConnectException", "the message broker cannot be reached"),
            LineRule.of(SERVER_UNREACHABLE, "MongoSocketOpenException", "MongoDB cannot be reached"),
            LineRule.of(
                    SERVER_UNREACHABLE,
                    "UnknownHostException: ([\\w.-]+)",
                    match -> "the name " + match.group(1) + " leads nowhere"));

    private static final List<Rule> CONFIGURATION = List.of(
            LineRule.of(
                    CONFIGURATION_ABSENT,
                    "Config data (?:resource|location) '([^']+)'.*(?:does not exist|cannot be found)",
                    match -> "there is no configuration " + match.group(1)),
            LineRule.of(
                    CONFIGURATION_ABSENT,
                    "Could not resolve placeholder '([^'\"]+)'",
                    match -> "the setting " + match.group(1) + " is missing"),
            LineRule.of(
                    CONFIGURATION_ABSENT,
                    "empty nacos configuration and get it based on dataId\\[([^\\]]+)\\]",
                    match -> "Nacos has no configuration " + match.group(1)),
            new RootCause());

    private LogRules() {}

    static Stream<Rule> all() {
        return Stream.of(MACHINE, ACCESS, DATA, SERVERS, CONFIGURATION).flatMap(List::stream);
    }
}
