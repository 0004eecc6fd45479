package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 40;

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        Caller user = newUser();
        Caller everyone = new Caller(user.id(), Set.of(Role.USER, Role.ADMIN, Role.SERVICE), user.sessionId());
        OpenApiFuzzer fuzzer = new OpenApiFuzzer(URI.create("http://127.0.0.1:" + port))
                .header(IdentityTokens.HEADER, () -> identities.issue(everyone));
        signingIn(fuzzer);
        patients(fuzzer, user);
        administration(fuzzer);
        directory(fuzzer, user);
        OpenApiFuzzer.Report report = fuzzer.run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(20);
    }

    private void signingIn(OpenApiFuzzer fuzzer) {
        fuzzer.example("POST /api/sign-in/codes", () -> Example.call().body(Map.of("phone", newPhone())))
                .example("POST /api/sign-in", () -> {
                    String phone = newPhone();
                    return Example.call().body(Map.of("phone", phone, "code", requestCode(phone)));
                })
                .example("POST /api/sign-in/operators", () -> {
                    letOperatorsTryAgain();
                    return Example.call().body(Map.of("username", "operator", "password", OPERATOR_PASSWORD));
                })
                .example("POST /api/sign-in/refresh", () -> Example.call()
                        .body(Map.of("refreshToken", signIn(newPhone()).text("/refreshToken"))))
                .example("GET /api/sign-in/wechat/callback", () -> Example.call()
                        .with("code", "fake-fuzz")
                        .with(
                                "state",
                                call("GET", "/api/sign-in/wechat", null, Map.of())
                                        .text("/state")));
    }

    private void directory(OpenApiFuzzer fuzzer, Caller user) {
        Example ofUser = Example.call().with("userId", user.id());
        fuzzer.example("GET /inner/users/{userId}", () -> ofUser)
                .example(
                        "GET /inner/users/{userId}/patients/{patientId}",
                        () -> ofUser.with("patientId", patientOf(user)));
    }

    @AfterEach
    void letOperatorsTryAgain() {
        jdbc.sql("DELETE FROM operator_attempt").update();
    }

    private void patients(OpenApiFuzzer fuzzer, Caller user) {
        fuzzer.example("PUT /api/me/verification", () -> Example.call().body(VERIFICATION))
                .example("POST /api/patients", () -> {
                    jdbc.sql("DELETE FROM patient WHERE account_id = ?")
                            .param(user.id())
                            .update();
                    return Example.call()
                            .with("Idempotency-Key", "fuzz-" + number.incrementAndGet())
                            .body(PatientIT.patient("张三"));
                })
                .example("GET /api/patients/{id}", () -> Example.call().with("id", patientOf(user)))
                .example(
                        "PUT /api/patients/{id}",
                        () -> Example.call().with("id", patientOf(user)).body(PatientIT.patient("李四")))
                .example("DELETE /api/patients/{id}", () -> Example.call().with("id", patientOf(user)));
    }

    private static final Map<String, String> VERIFICATION =
            Map.of("name", "张三", "certificateType", "10", "certificateNumber", "11010519491231002X");

    private String patientOf(Caller user) {
        String first =
                as(user, "GET", "/api/patients", null).body().at("/items/0/id").asText();
        return first.isEmpty()
                ? as(user, "POST", "/api/patients", PatientIT.patient("张三")).text("/id")
                : first;
    }

    private void administration(OpenApiFuzzer fuzzer) {
        String someone = newUser().id();
        fuzzer.example("GET /admin/users", Example::call)
                .example("GET /admin/users/{id}", () -> Example.call().with("id", someone))
                .example("PUT /admin/users/{id}/lock", () -> Example.call().with("id", someone))
                .example("DELETE /admin/users/{id}/lock", () -> Example.call().with("id", someone))
                .example("PUT /admin/users/{id}/verification", () -> {
                    Caller pending = newUser();
                    as(pending, "PUT", "/api/me/verification", VERIFICATION);
                    return Example.call().with("id", pending.id()).body(Map.of("decision", "approved", "reason", "ok"));
                });
    }
}
