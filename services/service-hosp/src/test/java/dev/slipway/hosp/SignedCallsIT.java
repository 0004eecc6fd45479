package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call, and as whom. */
class SignedCallsIT extends ServiceTest {
    private static final String HOSPITAL = "/openapi/hosp/hospital";

    @Test
    void aReplayedRequestIsRefused() {
        Api api = api();
        Api.Hospital hospital = api.online("重放");
        Map<String, String> headers = api.signature(hospital, "GET", HOSPITAL, "", Api.nonce());
        api.send("GET", HOSPITAL, null, headers).require(200);
        assertThat(api.send("GET", HOSPITAL, null, headers).require(401).text("/code"))
                .isEqualTo("nonce-used");
    }

    @Test
    void anOldAChangedAndAnUnsignedRequestAreRefused() {
        Api api = api();
        Api.Hospital hospital = api.online("签名");
        assertThat(api.get(HOSPITAL).require(401).text("/code")).isEqualTo("signature-missing");
        Map<String, String> headers = api.signature(hospital, "PUT", HOSPITAL, "{}", Api.nonce());
        assertThat(api.send("PUT", HOSPITAL, Api.profile("其他"), headers)
                        .require(401)
                        .text("/code"))
                .isEqualTo("signature-wrong");
        Map<String, String> old = api.signature(hospital, "GET", HOSPITAL, "", Api.nonce());
        clock.set(TestClock.NINE.plus(Duration.ofMinutes(5)).plusMillis(1));
        assertThat(api.send("GET", HOSPITAL, null, old).require(401).text("/code"))
                .isEqualTo("signature-expired");
    }

    @Test
    void aReplacedKeyIsGoodForADay() {
        Api api = api();
        Api.Hospital former = api.online("换钥匙");
        Api.Answer rotated = api.admin("POST", "/admin/hospital-settings/" + former.settingId() + "/key", null)
                .require(201);
        assertThat(rotated.text("/keyId")).isEqualTo(former.code() + "-2");
        Api.Hospital next = former.with(rotated.text("/keyId"), rotated.text("/key"));
        assertThat(connection(api, former))
                .as("the hospital has not used the new one")
                .isEqualTo(former.keyId());
        api.signed(former, "GET", HOSPITAL, null).require(200);
        api.signed(next, "GET", HOSPITAL, null).require(200);
        assertThat(connection(api, former)).isEqualTo(next.keyId());

        clock.set(TestClock.NINE.plus(Duration.ofHours(24)).minusMillis(1));
        api.signed(former, "GET", HOSPITAL, null).require(200);
        clock.set(TestClock.NINE.plus(Duration.ofHours(24)));
        assertThat(api.signed(former, "GET", HOSPITAL, null).require(401).text("/code"))
                .isEqualTo("key-unknown");
        api.signed(next, "GET", HOSPITAL, null).require(200);
        Api.Answer shown = api.admin("GET", "/admin/hospital-settings/" + former.settingId(), null)
                .require(200);
        assertThat(shown.body().at("/keys").findValuesAsText("keyId")).containsExactly(next.keyId());
    }

    private static String connection(Api api, Api.Hospital hospital) {
        return api.inner("/inner/hospitals/" + hospital.code() + "/connection")
                .require(200)
                .text("/keyId");
    }

    @Test
    void aKeyThatTheHospitalNeverTookUpIsUsedWhenTheFormerRetires() {
        Api api = api();
        Api.Hospital hospital = api.online("未换");
        String next = api.admin("POST", "/admin/hospital-settings/" + hospital.settingId() + "/key", null)
                .require(201)
                .text("/keyId");
        assertThat(connection(api, hospital)).isEqualTo(hospital.keyId());
        clock.set(TestClock.NINE.plus(Duration.ofHours(24)));
        assertThat(connection(api, hospital)).isEqualTo(next);
    }

    @Test
    void aHospitalSeesAndChangesOnlyItsOwn() {
        Api api = api();
        Api.Hospital a = api.online("甲");
        Api.Hospital b = api.online("乙");
        LocalDate day = TestClock.TODAY.plusDays(1);
        Map<String, Object> ofB = Api.schedule("S1", day);
        ofB.put("doctor", "李医生");
        api.upload(a, List.of(Api.schedule("S1", day))).require(200);
        api.upload(b, List.of(ofB)).require(200);
        api.department(b, "ONLY-B");

        Map<String, Object> elsewhere = Api.schedule("S2", day);
        elsewhere.put("departmentCode", "ONLY-B");
        assertThat(api.upload(a, List.of(elsewhere)).require(200).text("/items/0/result"))
                .isEqualTo("rejected");
        api.signed(a, "DELETE", "/openapi/hosp/departments/ONLY-B", null).require(404);
        assertThat(api.signed(a, "GET", "/openapi/hosp/departments", null)
                        .require(200)
                        .body()
                        .at("/items")
                        .findValuesAsText("code"))
                .containsExactly("D1");
        assertThat(api.signed(a, "GET", "/openapi/hosp/schedules", null)
                        .require(200)
                        .text("/items/0/doctor"))
                .isEqualTo("王医生");
        api.signed(a, "DELETE", "/openapi/hosp/schedules/S1", null).require(204);
        assertThat(api.signed(b, "GET", "/openapi/hosp/schedules", null)
                        .require(200)
                        .text("/items/0/status"))
                .isEqualTo("open");
        assertThat(api.signed(b, "GET", HOSPITAL, null).require(200).text("/name"))
                .isEqualTo("乙");
    }

    @Test
    void aLockedHospitalIsGoneAtOnce() {
        Api api = api();
        Api.Hospital hospital = api.online("锁定");
        LocalDate day = TestClock.TODAY.plusDays(1);
        api.upload(hospital, List.of(Api.schedule("S1", day))).require(200);
        String id = api.scheduleId(hospital, day);
        String lock = "/admin/hospital-settings/" + hospital.settingId() + "/lock";
        api.admin("PUT", lock, null).require(204);
        api.admin("PUT", lock, null).require(204);

        assertThat(api.signed(hospital, "GET", HOSPITAL, null).require(401).text("/code"))
                .isEqualTo("key-unknown");
        assertGone(api, hospital, id);
        assertThat(api.inner("/inner/schedules/" + id).require(200).text("/state"))
                .isEqualTo("hospital-locked");
        assertThat(api.inner("/inner/hospitals/" + hospital.code() + "/connection")
                        .require(200)
                        .text("/status"))
                .isEqualTo("locked");
        assertThat(api.admin("GET", "/admin/hospitals?name=锁定", null)
                        .require(200)
                        .body()
                        .at("/items/0/locked")
                        .asBoolean())
                .isTrue();

        api.admin("DELETE", lock, null).require(204);
        api.get("/api/schedules/" + id).require(200);
        assertThat(api.inner("/inner/schedules/" + id).require(200).text("/state"))
                .isEqualTo("open");
    }

    @Test
    void anOfflineHospitalIsGoneAtOnce() {
        Api api = api();
        Api.Hospital hospital = api.online("下线");
        LocalDate day = TestClock.TODAY.plusDays(1);
        api.upload(hospital, List.of(Api.schedule("S1", day))).require(200);
        String id = api.scheduleId(hospital, day);
        api.admin("PUT", "/admin/hospitals/" + hospital.code() + "/status", Map.of("status", "offline"))
                .require(200);
        assertGone(api, hospital, id);
        assertThat(api.inner("/inner/schedules/" + id).require(200).text("/state"))
                .isEqualTo("hospital-offline");
        api.signed(hospital, "GET", HOSPITAL, null).require(200);
    }

    private static void assertGone(Api api, Api.Hospital hospital, String scheduleId) {
        String path = "/api/hospitals/" + hospital.code();
        assertThat(api.get("/api/hospitals?size=100")
                        .require(200)
                        .body()
                        .at("/items")
                        .findValuesAsText("code"))
                .doesNotContain(hospital.code());
        for (String gone : List.of(
                path,
                path + "/departments",
                path + "/departments/D1/calendar",
                path + "/departments/D1/schedules?date=" + TestClock.TODAY,
                "/api/schedules/" + scheduleId)) {
            assertThat(api.get(gone).status()).as(gone).isEqualTo(404);
        }
    }

    @Test
    void aDismissedHospitalIsGoneAndItsKeyIsWorthless() {
        Api api = api();
        Api.Hospital hospital = api.online("退出");
        String setting = "/admin/hospital-settings/" + hospital.settingId();
        api.admin("DELETE", setting, null).require(204);
        api.admin("DELETE", setting, null).require(404);
        api.signed(hospital, "GET", HOSPITAL, null).require(401);
        api.get("/api/hospitals/" + hospital.code()).require(404);
        assertThat(api.admin("PUT", "/admin/hospitals/" + hospital.code() + "/status", Map.of("status", "online"))
                        .require(409)
                        .text("/code"))
                .isEqualTo("no-setting");
    }
}
