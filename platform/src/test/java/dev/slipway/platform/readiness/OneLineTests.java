package dev.slipway.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import org.junit.jupiter.api.Test;

/** What a container left at its end has as many lines as it likes; tables and what is redrawn have one. */
class OneLineTests {
    private static final String SEVERAL = "first\r\n  second\n\nthird\n";

    @Test
    void aReasonIsOneLine() {
        assertThat(Readiness.failed(SEVERAL).reason()).isEqualTo("first / second / third");
        assertThat(Readiness.progressing(SEVERAL).reason()).isEqualTo("first / second / third");
    }

    @Test
    void soIsWhatDoomsAPod() {
        assertThat(new Doom(Doom.Kind.CRASH, new ContainerStatus(), SEVERAL).what())
                .isEqualTo("first / second / third");
    }
}
