package dev.slipway.platform.diagnosis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogDiagnosisTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Web server failed to start. Port 8203 was already in use. | port 8203 is taken by nginx (pid 812)
            # Warning: Could not create server TCP listening socket 127.0.0.1:16379: bind: Address already in use | port 16379 is taken by another process
            2026-11-23  9:00:00 0 [ERROR] Do you already have another server running on port: 13306 ? Address already in use | port 13306 is taken by another process
            java.io.IOException: Failed to bind to address /127.0.0.1:9848 | port 9848 is taken by another process
            Caused by: java.sql.SQLException: Access denied for user 'slipway_user'@'localhost' (using password: YES) | the database refuses the password of user slipway_user
            io.lettuce.core.RedisCommandExecutionException: WRONGPASS invalid username-password pair | Redis refuses the password
            Caused by: com.rabbitmq.client.AuthenticationFailureException: ACCESS_REFUSED - Login was refused | the message broker refuses the password
            Migration checksum mismatch for migration version 3 | the migration V3 was changed after this database had run it: add a new one instead
            Terminating due to java.lang.OutOfMemoryError: Java heap space | out of memory (Java heap space): raise its memory in platform.yaml
            # There is insufficient memory for the Java Runtime Environment to continue. | out of memory: the machine has none left to give
            java.lang.UnsupportedClassVersionError: a/B has been compiled by a more recent version of the Java Runtime (class file version 69.0), this version of the Java Runtime only recognizes class file versions up to 61.0 | built for Java 25, started with Java 17: set JAVA_HOME to a newer JDK
            com.alibaba.nacos.api.exception.NacosException: Client not connected, current status:STARTING | Nacos cannot be reached
            Not ready yet: the registry does not name 10.0.0.5:8206 as a healthy service-order | Nacos does not name 10.0.0.5:8206 to those who call service-order
            java.io.IOException: No space left on device | the disk is full
            Caused by: java.lang.IllegalStateException: no key | no key (IllegalStateException)
            """)
    void namesTheCauseThatALineShows(String line, String cause) {
        assertThat(diagnose(OptionalInt.of(1), "Starting", line, "at some.Class"))
                .isEqualTo(cause);
    }

    @Test
    void takesSpringsDescriptionBeforeExceptions() {
        assertThat(diagnose(
                        OptionalInt.of(1),
                        "Caused by: java.lang.RuntimeException: outer",
                        "APPLICATION FAILED TO START",
                        "",
                        "Description:",
                        "",
                        "Property slipway.x is not valid."))
                .isEqualTo("Property slipway.x is not valid.");
    }

    @Test
    void theInnermostExceptionIsTheCause() {
        assertThat(diagnose(OptionalInt.of(1), "Caused by: a.Outer: first", "Caused by: a.b.Inner: the real one"))
                .isEqualTo("the real one (Inner)");
    }

    @Test
    void whoeverWasKilledIsNotExplainedByAnOldError() {
        assertThat(diagnose(OptionalInt.of(137), "ERROR something else")).startsWith("killed (signal 9)");
    }

    @Test
    void anExitCodeIsBetterThanNothing() {
        assertThat(diagnose(OptionalInt.of(42), "all is well")).isEqualTo("ended with exit code 42");
        assertThat(diagnose(OptionalInt.empty())).isEqualTo("runs, and does not become usable");
    }

    @Test
    void readsOnlyTheLastStartAndTakesJsonRecordsApart(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("a.log");
        Files.writeString(log, """
                == start
                No space left on device
                == start
                {"level":"ERROR","message":"it broke","stack_trace":"a.Outer: x\\nCaused by: a.Inner: y\\n"}
                {"cut off
                """);
        assertThat(LogTail.read(log, "== start"))
                .containsExactly("ERROR it broke", "a.Outer: x", "Caused by: a.Inner: y", "{\"cut off");
        assertThat(LogTail.read(folder.resolve("absent.log"), "== start")).isEmpty();
    }

    private static String diagnose(OptionalInt exitCode, String... lines) {
        return LogDiagnosis.describe(new Evidence(
                "user",
                8203,
                exitCode,
                List.of(lines),
                port -> port == 8203 ? Optional.of("nginx (pid 812)") : Optional.empty()));
    }
}
