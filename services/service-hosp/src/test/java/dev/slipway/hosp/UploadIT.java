package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches, and what becomes of each item. */
class UploadIT extends ServiceTest {
    private static final LocalDate DAY = TestClock.TODAY.plusDays(3);
    private static final String SCHEDULES = "/openapi/hosp/schedules";
    private static final String DEPARTMENTS = "/openapi/hosp/departments";

    @Test
    void fiveHundredItemsAreTakenAndOneMoreIsNot() {
        Api api = api();
        Api.Hospital hospital = api.online("五百");
        List<Map<String, Object>> items = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> Api.schedule("S" + number, DAY))
                .toList();
        Api.Answer refused = api.upload(hospital, items).require(422);
        assertThat(refused.text("/code")).isEqualTo("too-many-items");
        assertThat(refused.text("/errors/0/field")).isEqualTo("items");
        assertThat(results(api.upload(hospital, items.subList(0, 500)).require(200)))
                .hasSize(500)
                .containsOnly("created");
        assertThat(results(api.upload(hospital, items.subList(0, 500)).require(200)))
                .containsOnly("unchanged");
        assertThat(api.signed(hospital, "GET", SCHEDULES + "?department=D1&date=" + DAY, null)
                        .require(200)
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(500);
        assertThat(api.upload(hospital, List.of()).require(200).body().at("/items"))
                .isEmpty();
    }

    private static List<String> results(Api.Answer answer) {
        return answer.body().at("/items").findValuesAsText("result");
    }

    @Test
    void eachItemIsJudgedByItself() {
        Api api = api();
        Api.Hospital hospital = api.online("逐项");
        List<Map<String, Object>> items = List.of(
                Api.schedule("GOOD", DAY),
                with("S-fee", "fee", "12"),
                with("S-free", "fee", "0.00"),
                with("S-total", "total", -1),
                with("S-dept", "departmentCode", "NONE"),
                with("S-past", "workDate", TestClock.TODAY.minusDays(1).toString()),
                with("S-far", "workDate", TestClock.TODAY.plusDays(367).toString()),
                with("S-text", "doctor", "a\u0000b"),
                without("S-doctor", "doctor"),
                without("S-id", "id"),
                Api.schedule("GOOD", DAY));
        Api.Answer answer = api.upload(hospital, items).require(200);
        assertThat(results(answer))
                .startsWith("created")
                .filteredOn("rejected"::equals)
                .hasSize(10);
        List<String> reasons = answer.body().at("/items").findValuesAsText("reason");
        List<String> fields = List.of(
                "fee",
                "fee must be an amount of at least \"0.01\"",
                "total",
                "departmentCode",
                "workDate",
                "workDate",
                "doctor",
                "doctor",
                "id");
        for (int i = 0; i < fields.size(); i++) {
            assertThat(reasons.get(i)).as(i + "").startsWith(fields.get(i));
        }
        assertThat(reasons.get(9)).contains("more than once");
    }

    private static Map<String, Object> with(String id, String field, Object value) {
        Map<String, Object> schedule = Api.schedule(id, DAY);
        schedule.put(field, value);
        return schedule;
    }

    private static Map<String, Object> without(String id, String field) {
        Map<String, Object> schedule = Api.schedule(id, DAY);
        schedule.remove(field);
        return schedule;
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedAsAWhole() {
        Api api = api();
        Api.Hospital hospital = api.online("不合");
        assertThat(api.upload(hospital, List.of(Api.schedule("S1", DAY), with("S2", "session", "night")))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("items[1].session");
        assertThat(api.upload(hospital, List.of(with("S2", "surprise", 1)))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("items[0].surprise");
        for (String body : List.of("{}", "{\"items\":null}", "{\"items\":[null]}", "[]", "{", "")) {
            assertThat(api.signed(hospital, "POST", SCHEDULES, body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(api.signed(hospital, "POST", SCHEDULES, "x".repeat(2 * 1024 * 1024 + 1))
                        .status())
                .isEqualTo(413);
        assertThat(api.signed(hospital, "GET", SCHEDULES, null)
                        .require(200)
                        .body()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void aTakenBackScheduleIsCalledOffAndMayComeAgain() {
        Api api = api();
        Api.Hospital hospital = api.online("撤回");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        api.signed(hospital, "DELETE", SCHEDULES + "/S1", null).require(204);
        api.signed(hospital, "DELETE", SCHEDULES + "/S1", null).require(404);
        api.get("/api/schedules/" + id).require(404);
        Api.Answer inner = api.inner("/inner/schedules/" + id).require(200);
        assertThat(inner.text("/state")).isEqualTo("cancelled");
        assertThat(inner.body().at("/version").asLong()).isEqualTo(2);

        assertThat(results(
                        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200)))
                .containsExactly("created");
        Api.Answer again = api.inner("/inner/schedules/" + id).require(200);
        assertThat(again.text("/state")).isEqualTo("open");
        assertThat(again.body().at("/version").asLong()).isEqualTo(3);
    }

    @Test
    void statusesAreShown() {
        Api api = api();
        Api.Hospital hospital = api.online("状态");
        api.upload(hospital, List.of(with("S1", "status", "closed"))).require(200);
        String id = api.scheduleId(hospital, DAY);
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("closed");
        assertThat(api.get("/api/hospitals/" + hospital.code() + "/departments/D1/calendar")
                        .text("/items/3/status"))
                .isEqualTo("none");
        assertThat(results(api.upload(hospital, List.of(with("S1", "status", "cancelled")))))
                .containsExactly("updated");
        assertThat(api.get("/api/schedules/" + id).require(200).text("/state")).isEqualTo("cancelled");
        assertThat(results(api.upload(hospital, List.of(with("S1", "workDate", TestClock.TODAY.toString())))))
                .containsExactly("updated");
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("open");
        clock.set(Instant.parse("2026-11-25T03:30:00Z"));
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("stopped");
        clock.set(TestClock.NINE.plus(Duration.ofDays(1)));
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("out-of-window");
        clock.set(TestClock.NINE.minus(Duration.ofDays(7)));
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("not-yet-released");
    }

    @Test
    void uploadsAtOnceLeaveOneSchedule() throws Exception {
        Api api = api();
        Api.Hospital hospital = api.online("并发");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> calls = IntStream.range(0, 8)
                    .<Callable<List<String>>>mapToObj(
                            total -> () -> results(api.upload(hospital, List.of(with("S1", "total", total + 1)))
                                    .require(200)))
                    .toList();
            List<String> results = new ArrayList<>();
            for (Future<List<String>> call : threads.invokeAll(calls)) {
                results.addAll(call.get());
            }
            assertThat(results).filteredOn("created"::equals).hasSize(1);
            long changed = results.stream().filter("updated"::equals).count();
            Api.Answer list = api.signed(hospital, "GET", SCHEDULES, null).require(200);
            assertThat(list.body().at("/total").asInt()).isEqualTo(1);
            assertThat(api.inner("/inner/schedules/" + api.scheduleId(hospital, DAY))
                            .body()
                            .at("/version")
                            .asLong())
                    .isEqualTo(1 + changed);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void departmentsAreATree() {
        Api api = api();
        Api.Hospital hospital = api.online("科室树");
        Map<String, Object> child = Map.of("code", "C", "name", "下级", "parentCode", "P", "intro", "两行\n介绍");
        Api.Answer saved = api.signed(
                hospital,
                "POST",
                DEPARTMENTS,
                Map.of(
                        "items",
                        List.of(
                                child,
                                Map.of("code", "P", "name", "上级"),
                                Map.of("code", "X", "name", "孤儿", "parentCode", "NONE"),
                                Map.of("code", "bad code", "name", "名"))));
        assertThat(results(saved.require(200))).containsExactly("created", "created", "rejected", "rejected");
        assertThat(saved.text("/items/2/code")).isEqualTo("X");
        assertThat(saved.text("/items/2/reason")).startsWith("parentCode");
        assertThat(saved.text("/items/3/reason")).startsWith("code");
        Api.Answer tree =
                api.get("/api/hospitals/" + hospital.code() + "/departments").require(200);
        assertThat(tree.text("/items/0/code")).isEqualTo("D1");
        assertThat(tree.text("/items/1/children/0/code")).isEqualTo("C");
        assertThat(tree.body().at("/items")).hasSize(2);

        assertThat(api.signed(hospital, "DELETE", DEPARTMENTS + "/P", null)
                        .require(409)
                        .text("/code"))
                .isEqualTo("department-in-use");
        api.upload(hospital, List.of(with("S1", "departmentCode", "C"))).require(200);
        api.signed(hospital, "DELETE", DEPARTMENTS + "/C", null).require(409);
        api.signed(hospital, "DELETE", SCHEDULES + "/S1", null).require(204);
        api.signed(hospital, "DELETE", DEPARTMENTS + "/C", null).require(204);
        api.signed(hospital, "DELETE", DEPARTMENTS + "/P", null).require(204);
        api.signed(hospital, "DELETE", DEPARTMENTS + "/P", null).require(404);
    }

    @Test
    void aWrongHospitalIsRefusedFieldByField() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        Map<String, Object> wrong = Api.profile("");
        wrong.put("cityCode", "11");
        wrong.put(
                "bookingRule",
                Map.of(
                        "cycleDays",
                        0,
                        "releaseTime",
                        "8:00",
                        "stopTime",
                        "24:00",
                        "quitDayOffset",
                        1,
                        "quitTime",
                        "15:00",
                        "notices",
                        List.of("\u0007")));
        Api.Answer refused =
                api.signed(hospital, "PUT", "/openapi/hosp/hospital", wrong).require(400);
        assertThat(refused.body().at("/errors").findValuesAsText("field"))
                .contains(
                        "name",
                        "cityCode",
                        "bookingRule.cycleDays",
                        "bookingRule.releaseTime",
                        "bookingRule.stopTime",
                        "bookingRule.quitDayOffset",
                        "bookingRule.notices[0]");
    }
}
