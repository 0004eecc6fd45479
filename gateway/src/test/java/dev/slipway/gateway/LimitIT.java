package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import dev.slipway.test.Redis;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class LimitIT {
    private static final TestTokens tokens = new TestTokens();
    private static final Upstream user = new Upstream();
    private static final Redis redis = Middleware.redis();
    private static RunningGateway gateway;
    private static final AtomicInteger next = new AtomicInteger(10_000);

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                redis,
                new TestRegistry().with("service-user", user.url()),
                "slipway.gateway.code-limit.phone.limit=3",
                "slipway.gateway.code-limit.phone.per=9s",
                "slipway.gateway.code-limit.address.limit=8",
                "slipway.gateway.code-limit.address.per=1h",
                "slipway.gateway.revocations.grace=2s",
                "slipway.gateway.clients.trusted-proxies=127.0.0.0/8");
        user.behaves((exchange, call) ->
                Upstream.json(exchange, 200, call.uri().getPath().endsWith("jwks.json") ? tokens.jwks() : "{}"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        user.close();
    }

    @BeforeEach
    @AfterEach
    void redisThere() {
        Eventually.is(() -> {
            try {
                gateway.bean(ReactiveStringRedisTemplate.class)
                        .delete(gateway.bean(ReactiveStringRedisTemplate.class).keys("slipway:limit:*"))
                        .block(Duration.ofSeconds(2));
                return true;
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    private static HttpResponse<String> code(String phone, String address) {
        return gateway.call("POST", "/api/sign-in/codes", "{\"phone\":\"" + phone + "\"}", "X-Forwarded-For", address);
    }

    private static String phone() {
        return "138000" + next.incrementAndGet();
    }

    @Test
    void codesForAPhoneAreLimitedFromWhereverTheyAreAskedAndTheBodyArrives() {
        String phone = phone();
        for (int i = 1; i <= 3; i++) {
            assertThat(code(phone, "10.0.0." + i).statusCode()).isEqualTo(200);
            assertThat(user.last().body()).isEqualTo("{\"phone\":\"" + phone + "\"}");
        }
        HttpResponse<String> fourth = code(phone, "10.0.0.4");
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(fourth.body()).contains("\"code\":\"too-many-requests\"");
        long wait = Long.parseLong(fourth.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1L, 3L);
        RunningGateway.sleep(Duration.ofSeconds(wait));
        assertThat(code(phone, "10.0.0.5").statusCode()).as("after Retry-After").isEqualTo(200);
    }

    @Test
    void codesForAnAddressAreLimitedWhicheverThePhone() {
        for (int i = 0; i < 8; i++) {
            assertThat(code(phone(), "10.1.0.1").statusCode()).isEqualTo(200);
        }
        assertThat(code(phone(), "10.1.0.1").statusCode()).isEqualTo(429);
        assertThat(code(phone(), "6.6.6.6, 10.1.0.1").statusCode())
                .as("a made-up address before one's own")
                .isEqualTo(429);
        assertThat(code(phone(), "10.1.0.2").statusCode()).isEqualTo(200);
    }

    @Test
    void guessesAtOperatorsPasswordsAreLimitedByAddressAndByThemselves() {
        for (int i = 0; i < 8; i++) {
            assertThat(operator("10.3.0.1").statusCode()).isEqualTo(200);
        }
        assertThat(user.last().body()).isEqualTo("{\"username\":\"operator\",\"password\":\"a guess\"}");
        HttpResponse<String> ninth = operator("10.3.0.1");
        assertThat(ninth.statusCode()).isEqualTo(429);
        assertThat(ninth.headers().firstValue("Retry-After")).isPresent();
        assertThat(operator("10.3.0.2").statusCode()).isEqualTo(200);
        assertThat(code(phone(), "10.3.0.1").statusCode()).as("a code").isEqualTo(200);
    }

    private static HttpResponse<String> operator(String address) {
        return gateway.call(
                "POST",
                "/api/sign-in/operators",
                "{\"username\":\"operator\",\"password\":\"a guess\"}",
                "X-Forwarded-For",
                address);
    }

    @Test
    void bodiesThatAreNoPhoneAreTheServicesToJudgeAndLargeOnesAreRefused() {
        assertThat(gateway.call("POST", "/api/sign-in/codes", "rubbish").statusCode())
                .isEqualTo(200);
        assertThat(user.last().body()).isEqualTo("rubbish");
        String large = "{\"phone\":\"" + "1".repeat(5000) + "\"}";
        assertThat(gateway.call("POST", "/api/sign-in/codes", large).statusCode())
                .isEqualTo(413);
    }

    @Test
    void withoutRedisCodesPassUncountedAndTokensLiveForTheGraceOnly() {
        String token = "Bearer " + tokens.user("u-1");
        assertThat(gateway.get("/api/me", "Authorization", token).statusCode()).isEqualTo(200);
        redis.server().kill();
        try {
            withoutRedis(token);
        } finally {
            redis.server().start();
        }
        Eventually.is(() -> gateway.get("/api/me", "Authorization", token).statusCode() == 200);
    }

    @Test
    void aRedisThatHangsIsLikeNoRedis() {
        String token = "Bearer " + tokens.user("u-1");
        assertThat(gateway.get("/api/me", "Authorization", token).statusCode()).isEqualTo(200);
        redis.server().pause();
        try {
            withoutRedis(token);
        } finally {
            redis.server().resume();
        }
        Eventually.is(() -> gateway.get("/api/me", "Authorization", token).statusCode() == 200);
    }

    private static void withoutRedis(String token) {
        assertThat(gateway.get("/api/me", "Authorization", token).statusCode())
                .as("within the grace")
                .isEqualTo(200);
        String phone = phone();
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            assertThat(code(phone, "10.2.0.1").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(gateway.get("/actuator/prometheus").body())
                .doesNotContain("slipway_gateway_limits_uncounted_total{service=\"server-gateway\"} 0.0");
        RunningGateway.sleep(Duration.ofMillis(2500));
        HttpResponse<String> after = gateway.get("/api/me", "Authorization", token);
        assertThat(after.statusCode()).as("after the grace").isEqualTo(503);
        assertThat(after.body()).contains("\"code\":\"revocation-unavailable\"");
        assertThat(gateway.call("POST", "/api/sign-in", "{}", "Authorization", token)
                        .statusCode())
                .as("an open path")
                .isEqualTo(200);
    }
}
