package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.slipway.test.Middleware;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A key that service-user publishes no more, as it does with one that was stolen. */
class WithdrawnKeyIT {
    private final TestTokens tokens = new TestTokens();

    @Test
    void stopsWorkingAlsoForTokensThatWereCheckedBefore() {
        try (Upstream user = new Upstream();
                RunningGateway gateway = new RunningGateway(
                        Middleware.redis(),
                        new TestRegistry().with("service-user", user.url()),
                        "slipway.gateway.tokens.keys-every=500ms",
                        "slipway.gateway.tokens.keys-pause=100ms")) {
            user.behaves((exchange, call) -> Upstream.json(exchange, 200, tokens.jwks()));
            ECKey stolen = tokens.signing();
            String old = tokens.user("u-1");
            assertThat(me(gateway, old)).isEqualTo(200);
            tokens.rotate();
            String next = tokens.user("u-1");
            assertThat(me(gateway, next)).isEqualTo(200);
            assertThat(me(gateway, old)).as("still published").isEqualTo(200);

            tokens.withdraw(stolen);

            Eventually.within(Duration.ofSeconds(10), () -> me(gateway, old) == 401);
            assertThat(me(gateway, next)).isEqualTo(200);
        }
    }

    private static int me(RunningGateway gateway, String token) {
        return gateway.get("/api/me", "Authorization", "Bearer " + token).statusCode();
    }
}
