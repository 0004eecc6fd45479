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
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 40;
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);
    private static final String SETTING = "/admin/hospital-settings/{id}";

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        Others.running().orderAnswers(204, "", Duration.ZERO);
        Api api = api();
        Api.Hospital seen = api.online("看得见");
        api.upload(seen, List.of(Api.schedule("S1", DAY))).require(200);
        Api.Hospital uploading = api.online("上传");
        Caller everyone = new Caller("an-operator", Set.of(Role.ADMIN, Role.USER, Role.SERVICE), "a-session");
        OpenApiFuzzer fuzzer = new OpenApiFuzzer(api.uri(""))
                .header(IdentityTokens.HEADER, () -> identities.issue(everyone))
                .signed(
                        "/openapi/",
                        (method, target, body) -> api.signature(
                                uploading,
                                method,
                                target.toString().replace(api.uri("").toString(), ""),
                                body,
                                Api.nonce()));
        catalogue(fuzzer, api, seen);
        settings(fuzzer, api);
        uploads(fuzzer, api, uploading);
        OpenApiFuzzer.Report report = fuzzer.run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(30);
    }

    private void catalogue(OpenApiFuzzer fuzzer, Api api, Api.Hospital seen) {
        Example hospital = Example.call().with("code", seen.code());
        Example department = hospital.with("department", "D1");
        Example day = department.with("date", DAY.toString());
        Example schedule = Example.call().with("id", api.scheduleId(seen, DAY));
        for (String audience : List.of("/api", "/admin")) {
            String path = audience + "/hospitals/{code}";
            fuzzer.example("GET " + path, () -> hospital)
                    .example("GET " + path + "/departments", () -> hospital)
                    .example("GET " + path + "/departments/{department}/calendar", () -> department)
                    .example("GET " + path + "/departments/{department}/schedules", () -> day);
        }
        fuzzer.example("GET /api/schedules/{id}", () -> schedule)
                .example("GET /inner/schedules/{id}", () -> schedule)
                .example("GET /inner/hospitals/{code}/connection", () -> hospital)
                .example("PUT /admin/hospitals/{code}/status", () -> hospital.body(Map.of("status", "online")));
    }

    private static void settings(OpenApiFuzzer fuzzer, Api api) {
        Example known = Example.call().with("id", api.admitted().settingId());
        Map<String, String> details = Map.of("name", "测试医院", "apiUrl", "http://127.0.0.1:9/api/");
        fuzzer.example("GET " + SETTING, () -> known)
                .example("PUT " + SETTING, () -> known.body(details))
                .example("PUT " + SETTING + "/lock", () -> known)
                .example("DELETE " + SETTING + "/lock", () -> known)
                .example("POST " + SETTING + "/key", () -> known)
                .example("DELETE " + SETTING, () -> Example.call()
                        .with("id", api.admitted().settingId()))
                .example("POST /admin/hospital-settings", () -> Example.call()
                        .body(Map.of(
                                "hospitalCode",
                                "F" + ThreadLocalRandom.current().nextLong(1_000_000_000L),
                                "name",
                                "测试医院",
                                "apiUrl",
                                "http://127.0.0.1:9/api/")));
    }

    private static void uploads(OpenApiFuzzer fuzzer, Api api, Api.Hospital uploading) {
        String appointment = "POST /openapi/hosp/appointments/{hospitalRecordId}";
        Example record = Example.call().with("hospitalRecordId", "R-1");
        fuzzer.example("PUT /openapi/hosp/hospital", () -> Example.call().body(Api.profile("上传")))
                .example("POST /openapi/hosp/departments", () -> Example.call()
                        .body(Map.of("items", List.of(Map.of("code", "D2", "name", "科室")))))
                .example("DELETE /openapi/hosp/departments/{code}", () -> {
                    api.department(uploading, "D3");
                    return Example.call().with("code", "D3");
                })
                .example("POST /openapi/hosp/schedules", () -> Example.call()
                        .body(Map.of("items", List.of(Api.schedule("S2", DAY)))))
                .example("DELETE /openapi/hosp/schedules/{id}", () -> {
                    api.department(uploading, "D1");
                    api.upload(uploading, List.of(Api.schedule("S3", DAY))).require(200);
                    return Example.call().with("id", "S3");
                })
                .example(appointment + "/fetched", () -> record)
                .example(appointment + "/cancelled", () -> record);
    }
}
