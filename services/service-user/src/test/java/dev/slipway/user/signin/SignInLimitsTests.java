package dev.slipway.user.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInLimitsTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void takesWhatCanBeKept() {
        assertThat(new SignInLimits(MINUTE, 1, Duration.ZERO, 1).codeLifetime()).isEqualTo(MINUTE);
        assertThat(new SignInLimits(MINUTE, 1, Duration.ofHours(1), 1).codeInterval())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesWhatCannot() {
        refuses(Duration.ofSeconds(59), 1, MINUTE, 1, "code-lifetime");
        refuses(Duration.ofSeconds(90), 1, MINUTE, 1, "code-lifetime");
        refuses(MINUTE, 0, MINUTE, 1, "code-tries");
        refuses(MINUTE, 1, Duration.ofHours(1).plusNanos(1), 1, "code-interval");
        refuses(MINUTE, 1, Duration.ofNanos(-1), 1, "code-interval");
        refuses(MINUTE, 1, MINUTE, 0, "codes-per-hour");
    }

    private static void refuses(Duration lifetime, int tries, Duration interval, int anHour, String name) {
        assertThatThrownBy(() -> new SignInLimits(lifetime, tries, interval, anHour))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
