package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is what the document says. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 60;

    @Test
    void answersAreAsDocumented() throws Exception {
        Others.running().orderAnswers(204, "", Duration.ZERO);
        Api api = api();
        Api.Hospital hospital = api.online("模糊");
        api.upload(hospital, List.of(Api.schedule("S1", TestClock.TODAY.plusDays(1))))
                .require(200);
        Caller everyone = new Caller("fuzzer", Set.of(Role.USER, Role.ADMIN, Role.SERVICE), "session");
        try (SigningProxy proxy = new SigningProxy(api, hospital)) {
            OpenApiFuzzer.Report report = new OpenApiFuzzer(
                            proxy.address(), Map.of(IdentityTokens.HEADER, identities.issue(everyone)))
                    .run(20261125, ROUNDS);
            assertThat(report.faults()).isEmpty();
            assertThat(report.calls()).hasSizeGreaterThan(30);
            assertThat(report.successes().get("PUT /openapi/hosp/hospital")).isPositive();
            assertThat(report.successes().get("POST /openapi/hosp/schedules")).isPositive();
            assertThat(report.successes().get("GET /api/hospitals")).isPositive();
        }
    }
}
