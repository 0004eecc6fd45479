package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FailureIT extends ServiceTest {
    @Test
    void aDroppedCallDoesNothing() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        order(house, Map.of("mode", "drop", "times", 1));
        assertThatThrownBy(() -> signed(house, "POST", "/orders", order(newNumber(), session)))
                .isInstanceOf(IOException.class);
        assertThat(taken(house, session)).isZero();
        assertThat(signed(house, "POST", "/orders", order(newNumber(), session)).status())
                .isEqualTo(201);
    }

    @Test
    void aLostAnswerIsGivenWhenThePlatformAsksAgain() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "lose-answer", "times", 1));
        assertThatThrownBy(() -> signed(house, "POST", "/orders", order(number, session)))
                .isInstanceOf(IOException.class);
        assertThat(taken(house, session)).isEqualTo(1);
        Answer again = signed(house, "POST", "/orders", order(number, session));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().at("/sequenceNumber").asInt()).isEqualTo(1);
        assertThat(taken(house, session)).isEqualTo(1);
    }

    @Test
    void aLateAnswerComesAfterTheOrderIsDone() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "late-answer", "times", 1, "delayMillis", 60_000));
        assertThatThrownBy(() -> impatient(house, number, session)).isInstanceOf(HttpTimeoutException.class);
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("confirmed");
    }

    @Test
    void aLateStartLeavesTheOrderUndoneMeanwhile() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "late-start", "times", 1, "delayMillis", 60_000));
        assertThatThrownBy(() -> impatient(house, number, session)).isInstanceOf(HttpTimeoutException.class);
        assertThat(signed(house, "GET", "/orders/" + number, null).status()).isEqualTo(404);
    }

    @Test
    void anAnswerGivenTwiceIsOfOneOrder() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "answer-twice", "times", 1));
        String twice = submit(house, number, session, Duration.ofSeconds(30)).body();
        String once = submit(house, number, session, Duration.ofSeconds(30)).body();
        assertThat(once).contains("\"sequenceNumber\":1");
        assertThat(twice).isEqualTo(once + once);
        assertThat(taken(house, session)).isEqualTo(1);
    }

    private void impatient(House house, String number, String session) throws Exception {
        submit(house, number, session, Duration.ofSeconds(3));
    }

    private HttpResponse<String> submit(House house, String number, String session, Duration patience)
            throws Exception {
        URI target = URI.create("http://127.0.0.1:" + port + "/api/hospitals/" + house.code() + "/orders");
        byte[] body = bytes(order(number, session));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(patience)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        new dev.slipway.security.signature.RequestSignature(
                        house.keyId(),
                        System.currentTimeMillis(),
                        UUID.randomUUID().toString())
                .headers(house.key(), "POST", target, body)
                .forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aRefusalIsKept() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "reject", "times", 1));
        for (int i = 0; i < 2; i++) {
            Answer refused = signed(house, "POST", "/orders", order(number, session));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/code")).isEqualTo("rejected");
        }
        assertThat(signed(house, "GET", "/orders/" + number, null).text("/status"))
                .isEqualTo("rejected");
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void aWrongSequenceNumberIsToldWhileTheLedgerKnowsBetter() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        order(house, Map.of("mode", "wrong-sequence"));
        assertThat(signed(house, "POST", "/orders", order(number, session))
                        .body()
                        .at("/sequenceNumber")
                        .asInt())
                .isEqualTo(2);
        assertThat(signed(house, "GET", "/orders/" + number, null)
                        .body()
                        .at("/sequenceNumber")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void oneHospitalsFailureIsNotAnothers() throws Exception {
        House failing = houses.open();
        House other = houses.open();
        order(failing, Map.of("mode", "drop", "scope", "all"));
        // No GET: the client would repeat it by itself, with a nonce that is used by then.
        assertThatThrownBy(() -> signed(failing, "POST", "/orders/1/paid", null))
                .isInstanceOf(IOException.class);
        assertThat(signed(other, "GET", "/orders/1", null).status()).isEqualTo(404);
        assertThat(unsigned("DELETE", path(failing), null).status()).isEqualTo(204);
        assertThat(unsigned("GET", path(failing), null).status()).isEqualTo(404);
        assertThat(signed(failing, "POST", "/orders/1/paid", null).status()).isEqualTo(404);
    }

    @Test
    void whatCantBeOrderedIsRefused() throws Exception {
        House house = houses.open();
        for (String wrong : new String[] {
            "{}", "{\"mode\":\"x\"}", "{\"mode\":\"drop\",\"times\":0}", "{\"mode\":\"drop\",\"delayMillis\":60001}"
        }) {
            assertThat(unsigned("PUT", path(house), wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(unsigned("PUT", "/api/dev/hospitals/NOBODY/failure", "{\"mode\":\"drop\"}")
                        .status())
                .isEqualTo(404);
    }

    private void order(House house, Map<String, Object> failure) throws IOException {
        assertThat(unsigned("PUT", path(house), failure).status()).isEqualTo(200);
    }

    private static String path(House house) {
        return "/api/dev/hospitals/" + house.code() + "/failure";
    }
}
