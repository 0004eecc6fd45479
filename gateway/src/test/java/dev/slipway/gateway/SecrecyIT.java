package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.test.Middleware;
import dev.slipway.test.Redis;
import dev.slipway.test.TalkativeLoggers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What lets somebody in stands in no line of either log, also when an operator asks for more lines. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyIT {
    private static final String CODE = "{\"phone\":\"13912345678\",\"code\":\"902413\"}";
    private static final String PASSWORD = "{\"username\":\"operator\",\"password\":\"a-password-of-this-test\"}";

    private final TestTokens tokens = new TestTokens();
    private final Redis redis = Middleware.redis();
    private @Nullable TalkativeLoggers loggers;

    @AfterEach
    void logAsBefore() {
        if (loggers != null) {
            loggers.close();
        }
    }

    @Test
    void tokensCodesAndPasswordsAreNotLogged(CapturedOutput log) {
        String good = tokens.user("u-1");
        String wrong = TestTokens.issue(TestTokens.key(), claims -> claims);
        String identity;
        String accessLog;
        try (Upstream user = new Upstream();
                RunningGateway gateway =
                        new RunningGateway(redis, new TestRegistry().with("service-user", user.url()))) {
            loggers =
                    new TalkativeLoggers("dev.slipway", "org.springframework.web", "org.springframework.cloud.gateway");
            user.behaves((exchange, call) ->
                    Upstream.json(exchange, 200, call.uri().getPath().endsWith("jwks.json") ? tokens.jwks() : "{}"));
            gateway.get("/api/me", "Authorization", "Bearer " + good);
            identity = String.valueOf(user.last().headers().getFirst(IdentityTokens.HEADER));
            gateway.get("/api/me", "Authorization", "Bearer " + wrong);
            gateway.call("POST", "/api/sign-in", CODE);
            gateway.call("POST", "/api/sign-in/codes", CODE);
            gateway.call("POST", "/api/sign-in/operators", PASSWORD);
            user.behaves((exchange, call) -> exchange.close());
            gateway.call("POST", "/api/sign-in", CODE, "Authorization", "Bearer " + good);
            gateway.get("/api/me", "Authorization", "Bearer " + good);
            Eventually.is(() -> gateway.accessLog().lines().count() >= 7);
            accessLog = gateway.accessLog();
        }
        assertThat(log.toString() + accessLog)
                .as("there is a log")
                .contains("DEBUG", "/api/sign-in/operators")
                .doesNotContain(good, wrong, identity)
                .doesNotContain("13912345678", "902413", "a-password-of-this-test")
                .doesNotContain(RunningGateway.IDENTITY_KEY, redis.password());
    }
}
