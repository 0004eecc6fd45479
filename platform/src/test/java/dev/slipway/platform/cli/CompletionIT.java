package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.platform.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script in a real shell; skipped where there is no bash. */
class CompletionIT {
    @TempDir
    Path home;

    private String complete(String typed, int word) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: no /bin/bash");
        Path script = home.resolve("completion.sh");
        Files.writeString(script, Ran.slipway(home, "completion", "bash").out());
        // Outside a completion bash has no compopt.
        String ask = "compopt() { :; }; source '" + script + "'; COMP_WORDS=(" + typed + "); COMP_CWORD=" + word
                + "; _complete_slipway; echo \"${COMPREPLY[@]}\"";
        var bash = new ProcessBuilder("/bin/bash", "--norc", "-c", ask)
                .redirectErrorStream(true)
                .start();
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void aCommandIsCompleted() throws Exception {
        assertThat(complete("slipway sec", 1)).isEqualTo("secret");
    }

    @Test
    void anOptionIsCompleted() throws Exception {
        assertThat(complete("slipway smoke --ur", 2)).isEqualTo("--url");
    }
}
