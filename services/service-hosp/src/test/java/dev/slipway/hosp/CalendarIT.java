package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.schedule.Schedules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar of a department, however many schedules it has. */
class CalendarIT extends ServiceTest {
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);

    @Autowired
    Schedules schedules;

    @Autowired
    DatabaseAnswers answers;

    @Test
    void aDayAddsUpWhatIsOpen() {
        Api api = api();
        Api.Hospital hospital = api.online("合计");
        List<Map<String, Object>> items = new ArrayList<>();
        items.add(with("S1", DAY, "total", 10));
        items.add(with("S2", DAY, "total", 5));
        items.add(with("S3", DAY, "status", "closed"));
        items.add(with("S4", DAY, "status", "cancelled"));
        items.add(with("S5", DAY.plusDays(1), "total", 7));
        api.upload(hospital, items).require(200);
        for (var item : api.signed(hospital, "GET", "/openapi/hosp/schedules", null)
                .body()
                .at("/items")) {
            assertThat(item.at("/available").asInt())
                    .isEqualTo(item.at("/total").asInt());
        }
        api.admin("GET", "/admin/hospitals/" + hospital.code() + "/departments/D1/schedules?date=" + DAY, null)
                .body()
                .at("/items")
                .forEach(item -> schedules.follow(
                        item.at("/id").asText(), item.at("/total").asInt() == 5 ? 7 : 9, 1));
        Api.Answer calendar = calendar(api, hospital);
        assertThat(calendar.body().at("/items/1/total").asInt()).isEqualTo(15);
        assertThat(calendar.body().at("/items/1/available").asInt()).isEqualTo(1);
        assertThat(calendar.body().at("/items/2/available").asInt()).isEqualTo(7);
        assertThat(calendar.text("/items/3/status")).isEqualTo("none");
    }

    private static Api.Answer calendar(Api api, Api.Hospital hospital) {
        return api.get("/api/hospitals/" + hospital.code() + "/departments/D1/calendar")
                .require(200);
    }

    private static Map<String, Object> with(String id, LocalDate date, String field, Object value) {
        Map<String, Object> schedule = Api.schedule(id, date);
        schedule.put(field, value);
        return schedule;
    }

    @Test
    void aDayIsReadAndNotItsSchedules() {
        Api api = api();
        Api.Hospital hospital = api.online("许多");
        api.upload(
                        hospital,
                        IntStream.range(0, 300)
                                .mapToObj(number -> Api.schedule("S" + number, DAY.plusDays(number % 3)))
                                .toList())
                .require(200);
        calendar(api, hospital);
        answers.reset();
        calendar(api, hospital);
        assertThat(answers.documents("aggregate")).isBetween(1, 20);
    }

    @Test
    void aDepartmentHasFiveHundredSchedulesADay() {
        Api api = api();
        Api.Hospital hospital = api.online("满日");
        api.upload(
                        hospital,
                        IntStream.range(0, 500)
                                .mapToObj(number -> Api.schedule("S" + number, DAY))
                                .toList())
                .require(200);
        Map<String, Object> more = Api.schedule("MORE", DAY);
        Api.Answer refused = api.upload(hospital, List.of(more)).require(200);
        assertThat(refused.text("/items/0/result")).isEqualTo("rejected");
        assertThat(refused.text("/items/0/reason")).isEqualTo("workDate has 500 schedules of this department already");
        assertThat(api.upload(hospital, List.of(with("S7", DAY, "total", 11))).text("/items/0/result"))
                .isEqualTo("updated");
        api.signed(hospital, "DELETE", "/openapi/hosp/schedules/S8", null).require(204);
        assertThat(api.upload(hospital, List.of(more)).text("/items/0/result")).isEqualTo("created");
    }
}
