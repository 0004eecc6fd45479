package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.Caller;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without Redis no code is sent or taken; who is signed in notices nothing, and what is revoked stays revoked. */
class RedisAwayIT extends ServiceTest {
    private static final Server REDIS = Middleware.redis().server();
    private static final Duration SOON = Duration.ofSeconds(30);

    @AfterEach
    void back() {
        REDIS.start();
        REDIS.resume();
        await().atMost(SOON).until(() -> readiness() == 200);
    }

    @Test
    void whatNeedsItIsUnavailableAndTheRestGoesOn() {
        Answer in = signIn(newPhone());
        String phone = newPhone();
        String code = requestCode(phone);
        REDIS.kill();
        withoutRedis(in, phone, code);
        REDIS.start();
        revokedAfterAll(in);
    }

    @Test
    void oneThatHangsIsLikeNone() {
        Answer in = signIn(newPhone());
        String phone = newPhone();
        String code = requestCode(phone);
        REDIS.pause();
        withoutRedis(in, phone, code);
        REDIS.resume();
        revokedAfterAll(in);
    }

    private void withoutRedis(Answer in, String phone, String code) {
        for (int i = 0; i < 3; i++) {
            unavailable(post("/api/sign-in/codes", Map.of("phone", newPhone())));
            unavailable(post("/api/sign-in", Map.of("phone", phone, "code", code)));
            unavailable(call("GET", "/api/sign-in/wechat", null, Map.of()));
        }
        assertThat(as(caller(in), "GET", "/api/me", null).status()).isEqualTo(200);
        assertThat(post("/api/sign-in/refresh", Map.of("refreshToken", in.text("/refreshToken")))
                        .status())
                .isEqualTo(200);
        assertThat(as(caller(in), "DELETE", "/api/sign-in", null).status()).isEqualTo(204);
        assertThat(readiness()).isEqualTo(503);
        assertThat(call("GET", "/actuator/health/liveness", null, Map.of()).status())
                .isEqualTo(200);
    }

    private static void unavailable(Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(503);
        assertThat(answer.text("/code")).isEqualTo("service-unavailable");
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
    }

    private void revokedAfterAll(Answer in) {
        Caller signedOut = caller(in);
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() ->
                        redis.opsForZSet().score("slipway:revocations", "session:" + signedOut.sessionId()) != null);
    }

    private int readiness() {
        return call("GET", "/actuator/health/readiness", null, Map.of()).status();
    }
}
