package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hospital.connection.Connections;
import dev.slipway.security.signature.RequestSignature;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignatureIT extends ServiceTest {
    @Autowired
    Connections connections;

    @Test
    void withoutOrWithAWrongSignatureNothingIsDone() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String path = "/api/hospitals/" + house.code() + "/orders";
        Answer missing = unsigned("POST", path, order(newNumber(), session));
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.text("/code")).isEqualTo("signature-missing");

        House impostor = new House(house.code(), house.keyId(), "a-key-that-is-not-the-right-one");
        Answer wrong = signed(impostor, "POST", "/orders", order(newNumber(), session));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("/code")).isEqualTo("signature-wrong");

        House stranger = new House(house.code(), "nobody-1", house.key());
        assertThat(signed(stranger, "POST", "/orders", order(newNumber(), session))
                        .text("/code"))
                .isEqualTo("key-unknown");
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void aRequestIsTakenOnce() throws Exception {
        House house = houses.open();
        byte[] body = bytes(order(newNumber(), houses.session(house, 5)));
        URI target = URI.create("http://127.0.0.1:" + port + "/api/hospitals/" + house.code() + "/orders");
        Map<String, String> headers = new RequestSignature(
                        house.keyId(), System.currentTimeMillis(), "once-and-never-again-0001")
                .headers(house.key(), "POST", target, body);
        assertThat(send("POST", target, body, headers).status()).isEqualTo(201);
        assertThat(send("POST", target, body, headers).text("/code")).isEqualTo("nonce-used");
    }

    @Test
    void aKeyOpensItsOwnHospitalOnly() throws Exception {
        House one = houses.open();
        House other = houses.open();
        String session = houses.session(other, 5);
        String number = newNumber();
        signed(other, "POST", "/orders", order(number, session));
        String path = "/api/hospitals/" + other.code() + "/orders";
        assertThat(signedBy(one, "GET", path + "/" + number, null).status()).isEqualTo(404);
        for (String fact : List.of("/paid", "/cancelled")) {
            assertThat(signedBy(one, "POST", path + "/" + number + fact, null).status())
                    .as(fact)
                    .isEqualTo(404);
        }
        assertThat(signedBy(one, "POST", path, order(newNumber(), session)).status())
                .isEqualTo(404);
        assertThat(signed(other, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("confirmed");
        assertThat(taken(other, session)).isEqualTo(1);
    }

    @Test
    void aReplacedKeyIsTakenForADay() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        House renewed = new House(house.code(), house.code() + "-2", "the-next-key-of-the-hospital");
        connections.replaceKey(house.code(), renewed.keyId(), renewed.key());
        assertThat(connections.find(house.code()).orElseThrow().keyId()).isEqualTo(renewed.keyId());
        assertThat(signed(renewed, "POST", "/orders", order(newNumber(), session))
                        .status())
                .isEqualTo(201);
        assertThat(signed(house, "POST", "/orders", order(newNumber(), session)).status())
                .isEqualTo(201);
        jdbc.sql("UPDATE signing_key SET valid_until = '2020-01-01' WHERE key_id = ?")
                .param(house.keyId())
                .update();
        assertThat(signed(house, "POST", "/orders", order(newNumber(), session)).text("/code"))
                .isEqualTo("key-unknown");
    }

    @Test
    void keysAreEncryptedAtRest() {
        House house = houses.open();
        String stored = jdbc.sql("SELECT signing_key FROM signing_key WHERE key_id = ?")
                .param(house.keyId())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(house.key()).hasSizeGreaterThan(40);
    }

    @Test
    void nothingElseBelowApiIsThere() throws Exception {
        assertThat(unsigned("GET", "/api/anything", null).status()).isEqualTo(404);
        assertThat(unsigned("GET", "/actuator/env", null).status()).isEqualTo(404);
        assertThat(unsigned("GET", "/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(unsigned("GET", "/v3/api-docs", null).body().at("/paths").has("/api/hospitals/{code}/orders"))
                .isTrue();
    }
}
