package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever is sent, signed or not, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 40;
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        Others.running().orderAnswers(204, "", Duration.ZERO);
        Api api = api();
        Api.Hospital hospital = api.online("模糊");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        Caller everyone = new Caller("fuzzer", Set.of(Role.USER, Role.ADMIN, Role.SERVICE), "session");
        try (SigningProxy proxy = new SigningProxy(api, hospital)) {
            OpenApiFuzzer fuzzer =
                    new OpenApiFuzzer(proxy.address()).header(IdentityTokens.HEADER, () -> identities.issue(everyone));
            reads(fuzzer, api, hospital);
            uploads(fuzzer, api, hospital);
            administration(fuzzer, api);
            OpenApiFuzzer.Report report = fuzzer.run(ROUNDS);
            assertThat(report.faults()).isEmpty();
            assertThat(report.onlyRefused()).isEmpty();
            assertThat(report.calls()).hasSizeGreaterThan(30);
        }
    }

    private static void reads(OpenApiFuzzer fuzzer, Api api, Api.Hospital hospital) {
        Example ofHospital = Example.call().with("code", hospital.code());
        Example ofDepartment = ofHospital.with("department", "D1");
        for (String audience : List.of("/api", "/admin")) {
            String path = "GET " + audience + "/hospitals/{code}";
            fuzzer.example(path, () -> ofHospital)
                    .example(path + "/departments", () -> ofHospital)
                    .example(path + "/departments/{department}/calendar", () -> ofDepartment)
                    .example(
                            path + "/departments/{department}/schedules",
                            () -> ofDepartment.with("date", DAY.toString()));
        }
        Example ofSchedule = Example.call().with("id", api.scheduleId(hospital, DAY));
        fuzzer.example("GET /api/schedules/{id}", () -> ofSchedule)
                .example("GET /inner/schedules/{id}", () -> ofSchedule)
                .example("GET /inner/hospitals/{code}/connection", () -> ofHospital);
    }

    private void uploads(OpenApiFuzzer fuzzer, Api api, Api.Hospital hospital) {
        fuzzer.example("PUT /openapi/hosp/hospital", () -> Example.call().body(Api.profile("模糊" + next())))
                .example("POST /openapi/hosp/departments", () -> Example.call()
                        .body(Map.of("items", List.of(Map.of("code", next(), "name", "科", "parentCode", "D1")))))
                .example("POST /openapi/hosp/schedules", () -> Example.call()
                        .body(Map.of("items", List.of(Api.schedule(next(), DAY)))))
                .example(
                        "GET /openapi/hosp/schedules",
                        () -> Example.call().with("department", "D1").with("date", DAY.toString()))
                .example("DELETE /openapi/hosp/departments/{code}", () -> {
                    String code = next();
                    api.department(hospital, code);
                    return Example.call().with("code", code);
                })
                .example("DELETE /openapi/hosp/schedules/{id}", () -> {
                    String id = next();
                    api.upload(hospital, List.of(Api.schedule(id, DAY)));
                    return Example.call().with("id", id);
                })
                .example("POST /openapi/hosp/appointments/{hospitalRecordId}/fetched", () -> Example.call()
                        .with("hospitalRecordId", "R-1"))
                .example("POST /openapi/hosp/appointments/{hospitalRecordId}/cancelled", () -> Example.call()
                        .with("hospitalRecordId", "R-1"));
    }

    private void administration(OpenApiFuzzer fuzzer, Api api) {
        Api.Hospital other = api.online("其他");
        Example ofSetting = Example.call().with("id", other.settingId());
        String setting = " /admin/hospital-settings/{id}";
        fuzzer.example("GET" + setting, () -> ofSetting)
                .example(
                        "PUT" + setting,
                        () -> ofSetting.body(Map.of("name", next(), "apiUrl", "http://127.0.0.1:9/api")))
                .example("PUT" + setting + "/lock", () -> ofSetting)
                .example("DELETE" + setting + "/lock", () -> ofSetting)
                .example("POST" + setting + "/key", () -> ofSetting.with("Idempotency-Key", next()))
                .example("DELETE" + setting, () -> Example.call()
                        .with("id", api.admitted().settingId()))
                .example("POST /admin/hospital-settings", () -> Example.call()
                        .with("Idempotency-Key", next())
                        .body(Map.of("hospitalCode", next(), "name", "新", "apiUrl", "https://h.example")))
                .example(
                        "PUT /admin/hospitals/{code}/status",
                        () -> Example.call().with("code", other.code()).body(Map.of("status", "online")));
    }

    private String next() {
        return "F" + (1000 + number.incrementAndGet());
    }
}
