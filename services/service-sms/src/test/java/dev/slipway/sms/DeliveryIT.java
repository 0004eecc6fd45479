package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class DeliveryIT extends ServiceTest {

    @Test
    void whatIsRequestedIsInTheInboxNewestFirst() {
        String phone = newPhone();
        String older = newId();
        String newer = newId();
        Instant before = Instant.now();
        request(older, phone);
        awaitInbox(phone, older);
        publish(newId(), body(newer, phone, "sign-in-code", Map.of("code", "024680", "minutes", "7")));
        awaitInbox(phone, newer, older);

        JsonNode message = call("GET", "/api/dev/inbox/" + phone).body().at("/items/0");
        assertThat(message.path("template").asText()).isEqualTo("sign-in-code");
        assertThat(message.path("text").asText()).contains("024680", "7 分钟");
        assertThat(Instant.parse(message.path("sentAt").asText())).isBetween(before, Instant.now());
        assertThat(inbox(newPhone())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12800138000", "1380013800", "138001380000", "1380013800x"})
    void anInboxHasAPhone(String phone) {
        Answer answer = call("GET", "/api/dev/inbox/" + phone);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("phone");
    }

    @Test
    void aRepeatedEventOrMessageIsSentOnce() {
        String phone = newPhone();
        String id = newId();
        String body = body(id, phone, "sign-in-code", Map.of("code", "123456", "minutes", "5"));
        String event = newId();
        double handled = consumed(service, "handled");
        double repeated = consumed(service, "repeated");
        for (int i = 0; i < 3; i++) {
            publish(event, body);
        }
        publish(newId(), body);

        await().atMost(SOON).until(() -> consumed(service, "repeated") - repeated == 2);
        await().atMost(SOON).until(() -> consumed(service, "handled") - handled == 2);
        assertThat(inbox(phone)).containsExactly(id);
        assertThat(provider.calls(id)).isEqualTo(1);
    }

    @Test
    void twoInstancesSendAMessageOnce() {
        String phone = newPhone();
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> newId()).toList();
        try (ConfigurableApplicationContext other = another("test", "local")) {
            double before = done(service) + done(other);
            for (int copy = 0; copy < 3; copy++) {
                ids.forEach(id -> request(id, phone));
            }
            await().atMost(SOON).until(() -> done(service) + done(other) - before == 3 * ids.size());

            assertThat(inbox(phone)).containsExactlyInAnyOrderElementsOf(ids);
            WatchedProvider there = other.getBean(WatchedProvider.class);
            assertThat(ids).allMatch(id -> provider.calls(id) + there.calls(id) == 1);
            assertThat(ids)
                    .as("both work")
                    .anyMatch(id -> provider.calls(id) == 0)
                    .anyMatch(id -> there.calls(id) == 0);
        }
    }

    private static double done(ConfigurableApplicationContext instance) {
        return consumed(instance, "handled") + consumed(instance, "repeated");
    }

    @Test
    void whatCannotBeSentIsParkedAndShowsNoCode() {
        String phone = newPhone();
        Map<String, String> fitting = Map.of("code", "123456", "minutes", "5");
        List<String> bodies = List.of(
                body(newId(), phone, "no-such-template", fitting),
                body(newId(), phone, "sign-in-code", Map.of("code", "123456")),
                body(newId(), "12800138000", "sign-in-code", fitting),
                body("an id", phone, "sign-in-code", fitting),
                "{\"id\":\"x\",\"phone\":\"" + phone + "\"}",
                "{\"id\":",
                "[]");
        List<String> events = bodies.stream().map(this::published).toList();

        List<JsonNode> parked = awaitParked(events);

        assertThat(parked).allMatch(message -> message.path("attempts").asInt() == 1);
        assertThat(parked)
                .extracting(message -> message.path("error").asText())
                .contains(
                        "template no-such-template: there is no template of this name",
                        "template sign-in-code: parameters are [code, minutes], not [code]",
                        "body is not JSON");
        assertThat(parked.toString()).doesNotContain("123456", phone);
        assertThat(inbox(phone)).isEmpty();
    }

    private String published(String body) {
        String event = newId();
        publish(event, body);
        return event;
    }

    @Test
    void aFailingProviderIsTriedAgain() {
        String phone = newPhone();
        String id = newId();
        provider.fail(id, 2);
        request(id, phone);

        awaitInbox(phone, id);
        assertThat(provider.calls(id)).isEqualTo(3);
    }

    @Test
    void whatAProviderKeepsRefusingIsParkedAndSentByAReplay() {
        String phone = newPhone();
        String id = newId();
        provider.fail(id, 3);
        String event = published(body(id, phone, "sign-in-code", Map.of("code", "123456", "minutes", "5")));

        JsonNode message = awaitParked(List.of(event)).get(0);
        assertThat(message.path("attempts").asInt()).isEqualTo(3);
        assertThat(provider.calls(id)).isEqualTo(3);
        assertThat(inbox(phone)).isEmpty();

        String replay = "/admin/messages/parked/" + message.path("id").asText() + "/replay";
        assertThat(call("POST", replay).status()).isEqualTo(204);
        awaitInbox(phone, id);
        assertThat(parked(List.of(event))).isEmpty();
        assertThat(call("POST", replay).status()).isEqualTo(404);
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsAway() throws InterruptedException {
        String phone = newPhone();
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> newId()).toList();
        double parked = consumed(service, "parked");
        database().kill();
        try {
            ids.forEach(id -> request(id, phone));
            // The time away is what is tested: many times what a failing provider is given.
            Thread.sleep(4_000);
        } finally {
            database().start();
        }

        await().atMost(SOON).ignoreExceptions().until(() -> inbox(phone).size() == ids.size());
        assertThat(inbox(phone)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> provider.calls(id) == 1);
        assertThat(consumed(service, "parked")).isEqualTo(parked);
    }
}
