package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of the catalogue become events, also when the process was killed in between. */
class AnnouncementIT extends ServiceTest {
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);

    @Autowired
    JdbcClient jdbc;

    private List<String> payloads(String eventId) {
        return jdbc.sql("SELECT payload FROM outbox WHERE event_id = ?")
                .param(eventId)
                .query(String.class)
                .list();
    }

    private boolean marked(String id) {
        return mongo.exists(
                Query.query(Criteria.where("_id").is(id).and("unannounced").is(true)), "schedule");
    }

    @Test
    void aChangeIsStoredAndItsMarkIsTakenOff() throws Exception {
        Api api = api();
        Api.Hospital hospital = api.online("消息");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        Eventually.is("announced", () -> !marked(id));
        JsonNode event = json.readTree(payloads("schedule-" + id + "-1").get(0));
        assertThat(event).isEqualTo(json.readTree("""
                        {"scheduleId":"%s","hospitalCode":"%s","total":10,"status":"open","version":1}""".formatted(id, hospital.code())));
        api.signed(hospital, "DELETE", "/openapi/hosp/schedules/S1", null).require(204);
        Eventually.is("announced", () -> !marked(id));
        assertThat(payloads("schedule-" + id + "-2").get(0)).contains("\"cancelled\"");
        Eventually.is("the hospital too", () -> !payloads("hospital-" + hospital.code() + "-2")
                .isEmpty());
        assertThat(payloads("hospital-" + hospital.code() + "-2").get(0)).contains("\"online\"");
    }

    /** Killed after the event was stored and before the mark was taken off. */
    @Test
    void whatAKilledProcessLeftIsFoundAndIsTheSameEvent() {
        Api api = api();
        Api.Hospital hospital = api.online("被杀");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        Eventually.is("announced", () -> !marked(id));
        Query one = Query.query(Criteria.where("_id").is(id));
        mongo.updateFirst(one, new Update().set("unannounced", true), "schedule");
        Eventually.is("announced again", () -> !marked(id));
        assertThat(payloads("schedule-" + id + "-1")).hasSize(1);

        // Killed before anything was stored.
        mongo.updateFirst(one, new Update().set("unannounced", true).set("version", 7L), "schedule");
        Eventually.is("announced", () -> !marked(id));
        assertThat(payloads("schedule-" + id + "-7")).hasSize(1);
    }

    @Test
    void aLockIsToldInItsOwnTransaction() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        String lock = "/admin/hospital-settings/" + hospital.settingId() + "/lock";
        api.admin("PUT", lock, null).require(204);
        api.admin("PUT", lock, null).require(204);
        api.admin("DELETE", lock, null).require(204);
        assertThat(jdbc.sql("SELECT payload FROM outbox WHERE type = 'hospital.changed' AND payload LIKE ? ORDER BY id")
                        .param("%" + hospital.code() + "%")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfiesExactly(locked -> assertThat(locked).contains("\"locked\""), unlocked -> assertThat(unlocked)
                        .contains("\"unlocked\""));
    }
}
