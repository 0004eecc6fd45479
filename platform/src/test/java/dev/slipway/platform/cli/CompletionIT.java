package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.platform.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts in real shells; each is skipped where there is no such shell. */
class CompletionIT {
    @TempDir
    Path home;

    /** What the program prints that asks the shell, whose name comes first in its command. */
    private static String said(String... command) throws Exception {
        Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            shell.destroyForcibly();
        }
    }

    private Path script(String shell) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin", shell)), "skipped: no /bin/" + shell);
        return Files.writeString(
                home.resolve("completion." + shell),
                Ran.slipway(home, "completion", shell).out());
    }

    private String complete(String typed, int word) throws Exception {
        // Outside a completion bash has no compopt.
        String ask = "compopt() { :; }; source '" + script("bash") + "'; COMP_WORDS=(" + typed + "); COMP_CWORD=" + word
                + "; _complete_slipway; echo \"${COMPREPLY[@]}\"";
        return said("/bin/bash", "--norc", "-c", ask);
    }

    @Test
    void aCommandIsCompleted() throws Exception {
        assertThat(complete("slipway sec", 1)).isEqualTo("secret");
    }

    @Test
    void anOptionIsCompleted() throws Exception {
        assertThat(complete("slipway smoke --ur", 2)).isEqualTo("--url");
    }

    @Test
    void fishCompletesBoth() throws Exception {
        String ask = "source '" + script("fish") + "'; complete -C 'slipway sec'; complete -C 'slipway smoke --ur'";
        assertThat(said("/bin/fish", "--no-config", "-c", ask).lines().map(line -> line.split("\t", 2)[0]))
                .containsExactly("secret", "--url");
    }

    /** It completes at a terminal only; where it never does, the answer is waited for in vain. */
    @Test
    void zshCompletesACommand() throws Exception {
        String ask = """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "autoload -Uz compinit; compinit -D -u; source '%s'"
                zpty -w -n shell $'slipway sec\t'
                zpty -r shell answer '*sec*ret*'
                print -r -- "$answer"
                """.formatted(script("zsh"));
        assertThat(said("/bin/zsh", "-f", "-c", ask)).containsPattern("sec.*ret");
    }
}
