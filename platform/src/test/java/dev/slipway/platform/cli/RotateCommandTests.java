package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said before any cluster is asked. */
class RotateCommandTests {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

    private static Ran rotate(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "rotate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Ran.slipway(SOURCES, all);
    }

    @Test
    void withoutANameAllNamesAreListed() {
        Ran ran = rotate("-e", "dev-ol");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .contains("mysql-password-order", "redis-password", "--all")
                .doesNotContain("data-key");
    }

    @Test
    void anUnknownNameSuggestsOne() {
        Ran ran = rotate("-e", "dev-ol", "mysql-pasword-order");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("did you mean 'mysql-password-order'?");
    }

    @Test
    void whatCannotBeRotatedIsRefusedWithItsReason() {
        Ran ran = rotate("-e", "prod-ol", "redis-password", "data-key");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("'data-key' cannot be rotated by this command: what is in the databases");
    }

    @Test
    void namesBesideAllAreAnError() {
        assertThat(rotate("-e", "dev-ol", "--all", "redis-password").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpSaysExamplesAndExitCodes() {
        Ran ran = rotate("--help");

        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains("Examples:", "slipway rotate -e dev-ol", "--dry-run", "--context", "Exit codes:");
    }

    @Test
    void theStackOfThisMachineIsNotRotated() {
        Ran ran = rotate("-e", "local", "redis-password");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("'local' is the one of this machine");
    }
}
