package dev.slipway.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTests {
    private static final Duration LONGEST = Duration.ofMinutes(18);
    private static final Duration MONTH = Duration.ofDays(30);

    /** Revocations are kept for 20 minutes, and the gateway's clock may be a minute off on either side. */
    @Test
    void anAccessTokenMayNotOutliveItsRevocation() {
        assertThat(new TokenSettings(LONGEST, MONTH, MONTH).accessLifetime()).isEqualTo(LONGEST);
        assertThatThrownBy(() -> new TokenSettings(LONGEST.plusNanos(1), MONTH, MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slipway.tokens.access-lifetime must be at most PT18M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void anAccessTokenLives(Duration lifetime) {
        assertThatThrownBy(() -> new TokenSettings(lifetime, MONTH, MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("access-lifetime");
    }

    @Test
    void sessionsAndKeysOutliveTheirAccessTokens() {
        assertThatThrownBy(() -> new TokenSettings(LONGEST, LONGEST, MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("refresh-lifetime");
        assertThatThrownBy(() -> new TokenSettings(LONGEST, MONTH, LONGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key-age");
    }
}
