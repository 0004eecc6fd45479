package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.signature.RequestSignature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingsIT extends ServiceTest {
    private static final String SETTINGS = "/admin/hospital-settings";

    @Autowired
    JdbcClient jdbc;

    private static Map<String, Object> setting(String code) {
        return Map.of("hospitalCode", code, "name", "名称" + code, "apiUrl", "https://hospital.example/api");
    }

    private static String newCode() {
        return "S" + ThreadLocalRandom.current().nextLong(1_000_000_000L);
    }

    @Test
    void aKeyIsShownOnceAndKeptEncrypted() {
        Api api = api();
        Api.Answer made = api.admin("POST", SETTINGS, setting(newCode())).require(201);
        String key = made.text("/key");
        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.raw().headers().firstValue("Location")).contains(SETTINGS + "/" + made.text("/id"));
        for (String path : List.of(SETTINGS + "/" + made.text("/id"), SETTINGS + "?size=100")) {
            assertThat(api.admin("GET", path, null).require(200).raw().body()).doesNotContain(key);
        }
        for (String table : List.of("hospital_key", "idempotent_answer", "outbox")) {
            assertThat(jdbc.sql("SELECT * FROM " + table).query().listOfRows().toString())
                    .doesNotContain(key);
        }
    }

    @Test
    void aRepeatedCallGivesTheSameKeyAndKeepsItNowhereInPlain() {
        Api api = api();
        String code = newCode();
        Map<String, String> header = Map.of("Idempotency-Key", code);
        Api.Answer first = api.admin("POST", SETTINGS, setting(code), header).require(201);
        Api.Answer again = api.admin("POST", SETTINGS, setting(code), header).require(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(jdbc.sql("SELECT * FROM idempotent_answer")
                        .query()
                        .listOfRows()
                        .toString())
                .contains(first.text("/keyId"))
                .doesNotContain(first.text("/key"));
        assertThat(api.admin("POST", SETTINGS, setting(newCode()), header)
                        .require(422)
                        .text("/code"))
                .isEqualTo("idempotency-key-reused");
        assertThat(api.admin("POST", SETTINGS, setting(code)).require(409).text("/code"))
                .isEqualTo("code-taken");
        String rotation = SETTINGS + "/" + first.text("/id") + "/key";
        Map<String, String> once = Map.of("Idempotency-Key", code + "-key");
        assertThat(api.admin("POST", rotation, null, once).require(201).body())
                .isEqualTo(api.admin("POST", rotation, null, once).require(201).body());
    }

    @Test
    void settingsAreListedChangedAndRefused() {
        Api api = api();
        String code = newCode();
        String id = api.admin("POST", SETTINGS, setting(code)).require(201).text("/id");
        assertThat(api.admin("GET", SETTINGS + "?keyword=" + code + "&status=open", null)
                        .require(200)
                        .text("/items/0/id"))
                .isEqualTo(id);
        assertThat(api.admin("GET", SETTINGS + "?keyword=%25" + code, null)
                        .require(200)
                        .body()
                        .at("/total")
                        .asInt())
                .isZero();
        Map<String, Object> change = Map.of("name", "新名", "apiUrl", "http://10.0.0.1:9999/x/", "contactName", "张");
        Api.Answer changed = api.admin("PUT", SETTINGS + "/" + id, change).require(200);
        assertThat(changed.text("/apiUrl")).isEqualTo("http://10.0.0.1:9999/x");
        assertThat(changed.text("/hospitalCode")).isEqualTo(code);
        assertThat(api.admin("PUT", SETTINGS + "/" + id, setting("OTHER1"))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("hospitalCode");
        assertThat(api.admin("POST", SETTINGS, Map.of("name", "n", "apiUrl", "http://h"))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("hospitalCode");
        assertThat(api.admin("POST", SETTINGS, Map.of("hospitalCode", newCode(), "name", "n", "apiUrl", "ftp://h"))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("apiUrl");
        assertThat(api.admin("GET", SETTINGS + "?status=x", null).require(400).text("/errors/0/field"))
                .isEqualTo("status");
        for (String path : List.of("", "/lock")) {
            api.admin("DELETE", SETTINGS + "/nobody" + path, null).require(404);
        }
        api.admin("PUT", SETTINGS + "/nobody/lock", null).require(404);
        api.admin("POST", SETTINGS + "/nobody/key", null).require(404);
        api.inner("/inner/hospitals/NOBODY/connection").require(404);
        assertThat(api.get(SETTINGS).status()).isEqualTo(401);
    }

    /** The profiles of these tests hold local. */
    @Test
    void theDemonstrationHospitalsAreAdmittedFromTheStart() {
        Api api = api();
        String key = RequestSignature.sign("the-demonstration-key-of-these-tests", "hospital H1001");
        Api.Hospital first = new Api.Hospital("", "H1001", "H1001-1", key);
        api.signed(first, "PUT", "/openapi/hosp/hospital", Api.profile("北京示范医院"))
                .require(200);
        assertThat(api.inner("/inner/hospitals/H1002/connection").require(200).text("/apiUrl"))
                .isEqualTo("http://127.0.0.1:9999/api/hospitals/H1002");
    }
}
