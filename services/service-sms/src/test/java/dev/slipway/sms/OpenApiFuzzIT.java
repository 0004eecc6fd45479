package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 60;
    private static final List<String> POISON = List.of("fuzz-poison");

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        String phone = newPhone();
        String sent = newId();
        request(sent, phone);
        awaitInbox(phone, sent);
        Caller operator = new Caller("an-operator", Set.of(Role.ADMIN), "one");
        OpenApiFuzzer.Report report = new OpenApiFuzzer(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")))
                .header(IdentityTokens.HEADER, () -> identities.issue(operator))
                .example("GET /api/dev/inbox/{phone}", () -> Example.call().with("phone", phone))
                .example("GET /admin/messages/parked", Example::call)
                .example("POST /admin/messages/parked/{id}/replay", () -> Example.call()
                        .with("id", parkedPoison()))
                .example("DELETE /admin/messages/parked/{id}", () -> Example.call()
                        .with("id", parkedPoison()))
                .run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(4);
    }

    /** One that is parked; a replayed one comes back by itself, for a deleted one another is sent. */
    private String parkedPoison() {
        if (parked(POISON).isEmpty()) {
            publish(POISON.get(0), "no JSON");
            await().atMost(SOON).until(() -> !parked(POISON).isEmpty());
        }
        return parked(POISON).get(0).path("id").asText();
    }
}
