package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store that is away is a 503 problem, and over when the store is back. */
class AwayIT extends ServiceTest {
    private static final String HOSPITAL = "/openapi/hosp/hospital";

    @Test
    void withoutRedisOnlyHospitalsAreRefused() {
        Api api = api();
        Api.Hospital hospital = api.online("无缓存");
        Server redis = Middleware.redis().server();
        redis.kill();
        try {
            assertUnavailable(api.signed(hospital, "GET", HOSPITAL, null));
            api.get("/api/hospitals/" + hospital.code()).require(200);
            api.get("/actuator/health/readiness").require(200);
        } finally {
            redis.start();
        }
        Eventually.is(
                "signed calls work",
                () -> api.signed(hospital, "GET", HOSPITAL, null).status() == 200);
        redis.pause();
        try {
            assertUnavailable(api.signed(hospital, "GET", HOSPITAL, null));
        } finally {
            redis.resume();
        }
        Eventually.is(
                "signed calls work",
                () -> api.signed(hospital, "GET", HOSPITAL, null).status() == 200);
    }

    @Test
    void withoutTheCatalogue() {
        Api api = api();
        Api.Hospital hospital = api.online("无目录");
        Server mongodb = Middleware.mongodb().server();
        mongodb.kill();
        try {
            assertUnavailable(api.get("/api/hospitals/" + hospital.code()));
            assertUnavailable(api.signed(hospital, "PUT", HOSPITAL, Api.profile("无目录")));
            assertUnavailable(api.upload(hospital, List.of(Api.schedule("S1", TestClock.TODAY))));
            assertUnavailable(api.inner("/inner/schedules/x"));
            api.get("/actuator/health/readiness").require(503);
            api.get("/actuator/health/liveness").require(200);
        } finally {
            mongodb.start();
        }
        Eventually.is(
                "it is back", () -> api.get("/api/hospitals/" + hospital.code()).status() == 200);
        Eventually.is("it is ready", () -> api.get("/actuator/health/readiness").status() == 200);
    }

    @Test
    void withoutTheSettings() {
        Api api = api();
        Api.Hospital hospital = api.online("无设置");
        Server mysql = Middleware.mysql().server();
        mysql.kill();
        try {
            assertUnavailable(api.get("/api/hospitals"));
            assertUnavailable(api.get("/api/hospitals/" + hospital.code()));
            assertUnavailable(api.signed(hospital, "GET", HOSPITAL, null));
            assertUnavailable(api.admin("GET", "/admin/hospital-settings", null));
            assertUnavailable(api.admin("PUT", "/admin/hospital-settings/" + hospital.settingId() + "/lock", null));
        } finally {
            mysql.start();
        }
        Eventually.is(
                "it is back", () -> api.get("/api/hospitals/" + hospital.code()).status() == 200);
    }

    private static void assertUnavailable(Api.Answer answer) {
        answer.require(503);
        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.raw().body()).doesNotContainIgnoringCase("exception").doesNotContain("127.0.0.1");
    }
}
