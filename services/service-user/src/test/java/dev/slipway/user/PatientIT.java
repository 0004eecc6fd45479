package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientIT extends ServiceTest {
    private static final String NUMBER = "11010519491231002X";

    @Test
    void aPatientIsAddedShownReplacedAndRemoved() {
        Caller user = newUser();
        Answer added = as(user, "POST", "/api/patients", patient("张三"));
        assertThat(added.status()).isEqualTo(201);
        String path = "/api/patients/" + added.text("/id");
        assertThat(added.raw().headers().firstValue("Location")).hasValue(path);
        assertThat(added.text("/certificateNumber")).isEqualTo("110***********002X");
        assertThat(added.text("/createdAt")).endsWith("+08:00");

        Map<String, Object> changed = patient("李四");
        changed.remove("emergencyContact");
        Answer replaced = as(user, "PUT", path, changed);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("/name")).isEqualTo("李四");
        assertThat(replaced.body().has("emergencyContact")).isFalse();
        assertThat(as(user, "GET", "/api/patients", null).body().at("/items")).hasSize(1);
        assertThat(as(user, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(as(user, "GET", path, null).status()).isEqualTo(404);
        assertThat(as(user, "DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void anotherUsersPatientIsNotFound() {
        Caller owner = newUser();
        Caller stranger = newUser();
        String path = "/api/patients/"
                + as(owner, "POST", "/api/patients", patient("张三")).text("/id");
        assertThat(as(stranger, "GET", path, null).status()).isEqualTo(404);
        assertThat(as(stranger, "PUT", path, patient("王五")).status()).isEqualTo(404);
        assertThat(as(stranger, "DELETE", path, null).status()).isEqualTo(404);
        assertThat(as(stranger, "GET", "/api/patients", null).body().at("/items"))
                .isEmpty();
        assertThat(as(owner, "GET", path, null).text("/name")).isEqualTo("张三");
    }

    @Test
    void patientsNeedAUser() {
        assertThat(call("GET", "/api/patients", null, Map.of()).status()).isEqualTo(401);
        assertThat(call("GET", "/api/patients", null, Map.of("X-Identity", "x.y.z"))
                        .status())
                .isEqualTo(401);
        assertThat(as(admin(), "GET", "/api/patients", null).status()).isEqualTo(403);
    }

    @Test
    void theCertificateNumberIsEncryptedAtRest() {
        String id = as(newUser(), "POST", "/api/patients", patient("张三")).text("/id");
        String stored = jdbc.sql("SELECT certificate_number FROM patient WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(NUMBER.substring(6, 14)).hasSizeGreaterThan(40);
    }

    @Test
    void aUserHasAtMostTwentyHoweverManyAreAddedAtOnce() throws Exception {
        Caller user = newUser();
        AtomicInteger number = new AtomicInteger();
        List<Integer> statuses =
                atOnce(30, () -> as(user, "POST", "/api/patients", patient("张" + number.incrementAndGet()))
                        .status());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(10);
        assertThat(as(user, "GET", "/api/patients", null).body().at("/items")).hasSize(20);
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAlsoAtOnce() throws Exception {
        Caller user = newUser();
        Map<String, String> headers = new HashMap<>(identity(user));
        headers.put("Idempotency-Key", "a-key");
        List<Answer> answers = atOnce(10, () -> call("POST", "/api/patients", patient("张三"), headers));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.body().toString()).distinct())
                .hasSize(1);
        assertThat(as(user, "GET", "/api/patients", null).body().at("/items")).hasSize(1);

        assertThat(call("POST", "/api/patients", patient("李四"), headers).status())
                .isEqualTo(422);
        headers.putAll(identity(newUser()));
        assertThat(call("POST", "/api/patients", patient("李四"), headers).status())
                .isEqualTo(201);
    }

    @Test
    void eachFieldIsJudged() {
        Caller user = newUser();
        Map<String, Object> wrong = Map.of(
                "name", " ",
                "certificateType", "50",
                "certificateNumber", "110105194912310021",
                "sex", "other",
                "birthDate", "-999999999-01-01",
                "phone", "12800138000",
                "provinceCode", "11000",
                "insured", "yes",
                "cardNumber", "a b",
                "emergencyContact", Map.of("name", "x", "phone", "1"));
        wrong.forEach((field, value) -> {
            Map<String, Object> body = patient("张三");
            body.put(field, value);
            Answer answer = as(user, "POST", "/api/patients", body);
            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.text("/errors/0/field")).as(field).startsWith(field);
        });
        for (String needed : List.of("name", "certificateType", "sex", "birthDate", "phone", "address", "insured")) {
            Map<String, Object> body = patient("张三");
            body.remove(needed);
            assertThat(as(user, "POST", "/api/patients", body).status())
                    .as(needed)
                    .isEqualTo(400);
        }
    }

    static Map<String, Object> patient(String name) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("certificateType", "10");
        body.put("certificateNumber", NUMBER);
        body.put("sex", "female");
        body.put("birthDate", "1949-12-31");
        body.put("phone", "13800138000");
        body.put("provinceCode", "110000");
        body.put("cityCode", "110100");
        body.put("districtCode", "110105");
        body.put("address", "朝阳门外大街 1 号");
        body.put("insured", true);
        body.put("emergencyContact", Map.of("name", "王五", "phone", "13900139000"));
        return body;
    }
}
