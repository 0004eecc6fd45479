package dev.slipway.hosp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.test.UseMiddleware;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a free port with real middleware, and the calls that every test needs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "identity-key=an-identity-key-that-only-these-tests-know",
            "data-key=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=",
            "demonstration-key=the-demonstration-key-of-these-tests",
            "slipway.demonstration.online=false",
        })
@ActiveProfiles({"test", "local"})
@UseMiddleware({
    UseMiddleware.Kind.MYSQL,
    UseMiddleware.Kind.REDIS,
    UseMiddleware.Kind.MONGODB,
    UseMiddleware.Kind.RABBITMQ
})
@Import(TestClockConfiguration.class)
abstract class ServiceTest {
    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        for (String service : List.of("service-cmn", "service-order")) {
            registry.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", () -> Others.running()
                    .address());
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    IdentityTokens identities;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    TestClock clock;

    @BeforeEach
    void resetClock() {
        clock.set(TestClock.NINE);
    }

    Api api() {
        return new Api(port, json, identities, clock);
    }
}
