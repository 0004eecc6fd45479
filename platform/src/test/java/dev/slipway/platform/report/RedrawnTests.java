package dev.slipway.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawnTests {
    private final StringWriter screen = new StringWriter();
    private final Redrawn redrawn = new Redrawn(new Console(
            new Terminal(
                    new BufferedReader(new StringReader("")),
                    new PrintWriter(screen),
                    new PrintWriter(screen),
                    true,
                    true,
                    80,
                    5),
            new Plain(false)));

    @Test
    void whatFitsIsDrawnWhole() {
        redrawn.draw(List.of("a", "b", "c", "d"));
        assertThat(screen).hasToString("a\nb\nc\nd\n");
    }

    /** Else each new drawing would leave a copy of the old one above it. */
    @Test
    void ofMoreThanTheTerminalIsHighTheEndIsDrawn() {
        redrawn.draw(List.of("a", "b", "c", "d", "e", "f"));
        assertThat(screen).hasToString("(3 lines above)\nd\ne\nf\n");

        redrawn.draw(List.of("g"));
        assertThat(screen.toString()).endsWith("\u001b[4A\u001b[Jg\n");
    }
}
