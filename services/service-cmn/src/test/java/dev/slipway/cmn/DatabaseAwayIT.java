package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cmn.Instance.Answer;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing is read or edited without the database; the answer says so, and says that it is worth another try. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayIT {
    private static final Server MYSQL = Middleware.mysql().server();
    private static final String ENTRIES = "/admin/dictionary-entries";

    private final Instance service = Instance.shared();

    @Test
    void answersUnavailableUntilTheDatabaseIsBack(CapturedOutput output) throws Exception {
        String root = service.createRoot("away", "离");
        MYSQL.kill();
        try {
            assertThat(atOnce(calls(root))).allSatisfy(DatabaseAwayIT::assertUnavailable);
            service.get("/actuator/health/readiness").require(503);
            service.get("/actuator/health/liveness").require(200);
        } finally {
            MYSQL.start();
        }
        calls(root).forEach(call -> assertThat(untilAvailable(call).status()).isBetween(200, 299));
        assertThat(output.toString())
                .containsPattern("WARN .*UnavailableAdvice *: Not available: uri=" + ENTRIES)
                .doesNotContainPattern("UnavailableAdvice .*\\R\\s")
                .doesNotContain("Request failed");
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.require(503).code()).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("traceId").asText()).isEqualTo(answer.header("X-Trace-Id"));
        assertThat(answer.body()).doesNotContainIgnoringCase("sql", "jdbc", "hikari", "exception");
    }

    private List<Supplier<Answer>> calls(String root) {
        Map<String, String> body = Map.of("code", "away", "name", "回");
        return List.of(
                () -> service.get("/api/dictionaries/nation"),
                () -> service.admin("GET", ENTRIES + "/" + root, null),
                () -> service.admin("POST", ENTRIES, Map.of("parentId", root, "value", "1", "name", "x")),
                () -> service.admin(
                        "POST",
                        ENTRIES,
                        Map.of("parentId", root, "value", "2", "name", "x"),
                        Map.of("Idempotency-Key", "away-1")),
                () -> service.admin("PUT", ENTRIES + "/" + root, body),
                () -> service.admin("GET", "/admin/dictionaries/export", null));
    }

    /** Each waits for a connection until that times out. */
    private static List<Answer> atOnce(List<Supplier<Answer>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pool.invokeAll(
                    calls.stream().<Callable<Answer>>map(call -> call::get).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Connections that broke are found one by one, each by a call that is told so. */
    private static Answer untilAvailable(Supplier<Answer> call) {
        Answer answer = call.get();
        for (int tries = 0; answer.status() == 503 && tries < 20; tries++) {
            answer = call.get();
        }
        return answer;
    }
}
