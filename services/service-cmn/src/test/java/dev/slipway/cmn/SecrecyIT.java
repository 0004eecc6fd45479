package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Role;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import dev.slipway.test.TalkativeLoggers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who calls, and what the service signs in with, is in no line of the log, also when an operator asks for more lines. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyIT {
    private static final Server REDIS = Middleware.redis().server();
    private static final String[] TALKATIVE = {
        "dev.slipway",
        "org.springframework.web",
        "org.springframework.jdbc",
        "org.springframework.data.redis",
        "com.zaxxer.hikari"
    };
    private static final String ENTRIES = "/admin/dictionary-entries";

    private @Nullable TalkativeLoggers loggers;

    @AfterEach
    void logAsBefore() {
        if (loggers != null) {
            loggers.close();
        }
    }

    @Test
    void identitiesAndPasswordsAreNotLogged(CapturedOutput log) {
        Store store = Store.embedded();
        String identity;
        try (Instance service = Instance.start(store)) {
            loggers = new TalkativeLoggers(TALKATIVE);
            identity = service.identity(Role.ADMIN);
            edit(service, Map.of("X-Identity", identity));
            REDIS.kill();
            service.get("/api/dictionaries/nation").require(200);
        } finally {
            REDIS.start();
        }
        assertThat(log.toString())
                .as("there is a log")
                .contains("DEBUG", ENTRIES)
                .doesNotContain(identity, store.password(), store.redisPassword(), Instance.IDENTITY_KEY);
    }

    private static void edit(Instance service, Map<String, String> operator) {
        service.send("POST", ENTRIES, "{\"code\":\"secrecy\",\"name\":\"密\"}", operator)
                .require(201);
        service.send("POST", ENTRIES, "{\"code\":", operator).require(400);
        service.send("POST", ENTRIES, "{}", Map.of("X-Identity", operator.get("X-Identity") + "x"))
                .require(401);
        service.send("GET", "/admin/dictionaries/export", null, operator).require(200);
        service.upload(new byte[] {'x'}, "").require(422);
    }
}
