package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.task.Instance.Answer;
import dev.slipway.test.Middleware;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an operator sees and may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskCallsIT {
    private static final String RUN = "/admin/tasks/remind-visits/run";

    @SuppressWarnings("NullAway.Init")
    private Instance instance;

    @BeforeAll
    void start() {
        instance = Instance.start(Middleware.mysql().createDatabase());
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void theSchedulesAreListedWithTheirTimes() {
        Answer answer = instance.call("GET", "/admin/tasks", instance.identity(Role.ADMIN));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items").findValuesAsText("name"))
                .containsExactly("expire-appointments", "reconcile-payments", "reconcile-requests", "remind-visits");
        JsonNode evening = answer.body().get("items").get(3);
        assertThat(evening.get("schedule").asText()).isEqualTo("0 */10 18-20 * * *");
        assertThat(evening.get("nextRunAt").asText()).matches(".*T(18|19|20):[0-5]0:00\\+08:00");
    }

    @Test
    void anOperatorRunsATaskOutOfTurn() {
        Answer answer = instance.call("POST", RUN, instance.identity(Role.ADMIN));

        assertThat(answer.status()).isEqualTo(202);
        String runId = answer.body().get("runId").asText();
        assertThat(payload(runId)).contains("\"runId\":\"" + runId + "\"", "\"scheduledFor\":\"20");
        assertThat(instance.jdbc()
                        .sql("SELECT requested_by FROM task_run WHERE id = ?")
                        .param(runId)
                        .query(String.class)
                        .single())
                .isEqualTo("operator-1");
        JsonNode last = instance.call("GET", "/admin/tasks", instance.identity(Role.ADMIN))
                .body()
                .at("/items/3/lastRun");
        assertThat(OffsetDateTime.parse(last.get("startedAt").asText()))
                .isEqualTo(OffsetDateTime.parse(answer.body().get("startedAt").asText()));
    }

    @Test
    void theSameIdempotencyKeyRunsItOnce() {
        Map<String, String> headers = new HashMap<>(instance.identity(Role.ADMIN));
        headers.put("Idempotency-Key", "once");

        Answer first = instance.call("POST", RUN, headers);
        Answer again = instance.call("POST", RUN, headers);
        Answer other = instance.call("POST", "/admin/tasks/expire-appointments/run", headers);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void anUnknownTaskIsNotFound() {
        Answer answer = instance.call("POST", "/admin/tasks/drop-tables/run", instance.identity(Role.ADMIN));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asText()).isEqualTo("not-found");
    }

    @Test
    void othersMayNeitherSeeNorRun() {
        assertThat(instance.call("GET", "/admin/tasks", Map.of()).status()).isEqualTo(401);
        assertThat(instance.call("GET", "/admin/tasks", instance.identity(Role.USER))
                        .status())
                .isEqualTo(403);
        assertThat(instance.call("POST", RUN, instance.identity(Role.USER)).status())
                .isEqualTo(403);
    }

    @Test
    void anyInputGetsADocumentedAnswer() throws Exception {
        AtomicInteger number = new AtomicInteger();
        OpenApiFuzzer.Report report = new OpenApiFuzzer(instance.uri())
                .header(IdentityTokens.HEADER, () -> instance.identity(Role.ADMIN)
                        .get(IdentityTokens.HEADER))
                .example("POST /admin/tasks/{name}/run", () -> Example.call()
                        .with("name", "remind-visits")
                        .with("Idempotency-Key", "fuzz-" + number.incrementAndGet()))
                .run(60);

        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).containsOnlyKeys("GET /admin/tasks", "POST /admin/tasks/{name}/run");
    }

    private String payload(String runId) {
        return instance.jdbc()
                .sql("SELECT payload FROM outbox WHERE event_id = ? AND type = 'task.remind-visits'")
                .param(runId)
                .query(String.class)
                .single();
    }
}
