package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.index.IndexField;
import org.springframework.data.mongodb.core.index.IndexInfo;

class CatalogueIT extends ServiceTest {
    @Test
    void anUploadedHospitalIsFoundOnceItIsOnline() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        assertThat(api.signed(hospital, "GET", "/openapi/hosp/hospital", null).status())
                .isEqualTo(404);
        Api.Answer saved = api.signed(hospital, "PUT", "/openapi/hosp/hospital", Api.profile("协和Hospital"))
                .require(200);
        assertThat(saved.text("/status")).isEqualTo("offline");
        assertThat(saved.text("/bookingRule/releaseTime")).isEqualTo("08:00");
        assertThat(api.get("/api/hospitals/" + hospital.code()).status()).isEqualTo(404);

        api.admin("PUT", "/admin/hospitals/" + hospital.code() + "/status", Map.of("status", "online"))
                .require(200);
        assertThat(api.get("/api/hospitals/" + hospital.code()).require(200).text("/name"))
                .isEqualTo("协和Hospital");
        assertThat(codes(api.get("/api/hospitals?name=hosp&grade=1&province=110000&city=110100&district=110105")))
                .contains(hospital.code());
        assertThat(codes(api.get("/api/hospitals?name=.*"))).isEmpty();
        assertThat(codes(api.get("/api/hospitals?grade=2"))).doesNotContain(hospital.code());
        assertThat(codes(api.get("/api/hospitals?province=120000"))).doesNotContain(hospital.code());
        Api.Answer page = api.get("/api/hospitals?size=1").require(200);
        assertThat(page.body().at("/items")).hasSize(1);
        assertThat(page.body().at("/total").asInt()).isPositive();
        assertThat(api.get("/api/hospitals?name=" + "x".repeat(51)).require(400).text("/errors/0/field"))
                .isEqualTo("name");
    }

    private static List<String> codes(Api.Answer answer) {
        return answer.require(200).body().at("/items").findValuesAsText("code");
    }

    @Test
    void aScheduleIsUploadedShownAndAskedForByOrder() {
        Api api = api();
        Api.Hospital hospital = api.online("排班医院");
        LocalDate day = TestClock.TODAY.plusDays(2);
        Api.Answer answer =
                api.upload(hospital, List.of(Api.schedule("S1", day))).require(200);
        assertThat(answer.text("/items/0/result")).isEqualTo("created");
        assertThat(answer.text("/items/0/id")).isEqualTo("S1");

        String list = "/api/hospitals/" + hospital.code() + "/departments/D1/schedules?date=";
        Api.Answer shown = api.get(list + day).require(200);
        assertThat(shown.text("/items/0/fee")).isEqualTo("120.00");
        assertThat(shown.text("/items/0/state")).isEqualTo("open");
        assertThat(shown.body().at("/items/0/available").asInt()).isEqualTo(10);
        String id = shown.text("/items/0/id");
        assertThat(api.get("/api/schedules/" + id).require(200).text("/departmentName"))
                .isEqualTo("科室D1");
        Api.Answer inner = api.inner("/inner/schedules/" + id).require(200);
        assertThat(inner.text("/state")).isEqualTo("open");
        assertThat(inner.text("/hospitalScheduleId")).isEqualTo("S1");
        assertThat(inner.text("/quitDeadline")).isEqualTo(day.minusDays(1) + "T15:00:00+08:00");
        assertThat(inner.body().at("/version").asLong()).isEqualTo(1);
        assertThat(api.get("/inner/schedules/" + id).status()).isEqualTo(401);
        Api.Answer calendar = api.get("/api/hospitals/" + hospital.code() + "/departments/D1/calendar")
                .require(200);
        assertThat(calendar.text("/items/2/date")).isEqualTo(day.toString());
        assertThat(calendar.text("/items/2/status")).isEqualTo("open");
        assertThat(calendar.text("/items/1/status")).isEqualTo("none");
        assertThat(api.get(list).require(400).text("/errors/0/field")).isEqualTo("date");
    }

    @Test
    void whatIsUniqueIsKeptSoByTheCatalogueItself() {
        assertThat(unique("department")).containsExactly(List.of("hospitalCode", "code"));
        assertThat(unique("schedule")).containsExactly(List.of("hospitalCode", "hospitalScheduleId"));
    }

    private List<List<String>> unique(String collection) {
        return mongo.indexOps(collection).getIndexInfo().stream()
                .filter(IndexInfo::isUnique)
                .map(index ->
                        index.getIndexFields().stream().map(IndexField::getKey).toList())
                .toList();
    }
}
