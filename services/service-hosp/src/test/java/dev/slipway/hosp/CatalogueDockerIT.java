package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The same on the servers that production runs. */
@EnabledWithDocker
@UseMiddleware(
        value = {
            UseMiddleware.Kind.MYSQL,
            UseMiddleware.Kind.REDIS,
            UseMiddleware.Kind.MONGODB,
            UseMiddleware.Kind.RABBITMQ
        },
        docker = true)
class CatalogueDockerIT extends ServiceTest {
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);

    @Autowired
    Schedules schedules;

    @Test
    void uploadsSearchesCountsAndAnnounces() {
        Api api = api();
        Api.Hospital hospital = api.online("容器Hospital");
        assertThat(api.get("/api/hospitals?name=hospITAL&province=110000")
                        .require(200)
                        .body()
                        .at("/items")
                        .findValuesAsText("code"))
                .containsExactly(hospital.code());
        List<Map<String, Object>> items = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> Api.schedule("S" + number, DAY))
                .toList();
        assertThat(api.upload(hospital, items).require(200).body().at("/items").findValuesAsText("result"))
                .hasSize(100)
                .containsOnly("created");
        Eventually.is(
                "all is announced",
                () -> !mongo.exists(Query.query(Criteria.where("unannounced").is(true)), "schedule"));
        String id = api.scheduleId(hospital, DAY);
        assertThat(schedules.follow(id, 4, 2)).isTrue();
        assertThat(schedules.follow(id, 9, 1)).isFalse();
        assertThat(api.get("/api/schedules/" + id)
                        .require(200)
                        .body()
                        .at("/available")
                        .asInt())
                .isEqualTo(6);
        Api.Answer calendar = api.get("/api/hospitals/" + hospital.code() + "/departments/D1/calendar")
                .require(200);
        assertThat(calendar.body().at("/items/1/available").asInt()).isEqualTo(996);
        api.signed(hospital, "DELETE", "/openapi/hosp/schedules/S1", null).require(204);
        api.signed(hospital, "DELETE", "/openapi/hosp/departments/D1", null).require(409);
        Map<String, String> headers = api.signature(hospital, "GET", "/openapi/hosp/hospital", "", Api.nonce());
        api.send("GET", "/openapi/hosp/hospital", null, headers).require(200);
        api.send("GET", "/openapi/hosp/hospital", null, headers).require(401);
        assertThat(api.admin("GET", "/admin/hospital-settings?keyword=" + hospital.code() + "&status=open", null)
                        .require(200)
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        api.get("/actuator/health/readiness").require(200);
    }
}
