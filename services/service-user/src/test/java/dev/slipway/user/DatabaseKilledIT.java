package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.local.Login;
import dev.slipway.security.identity.Caller;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing that was answered is lost, and what is tried again with its key is there once. */
class DatabaseKilledIT extends ServiceTest {
    private static final Server MYSQL = Middleware.mysql().server();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int USERS = 4;
    private static final int PATIENTS = 20;

    private final Queue<Answer> refused = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(USERS * 3);

    @Test
    void aKillInTheMiddleOfWritesLosesAndDoublesNothing() throws Exception {
        List<Answer> signIns = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            signIns.add(signIn(newPhone()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        List<Future<List<String>>> added = new ArrayList<>();
        try {
            signIns.forEach(signIn -> added.add(threads.submit(() -> addPatients(caller(signIn)))));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            killInTheMiddle();
            for (int i = 0; i < USERS; i++) {
                List<String> answered = added.get(i).get(60, TimeUnit.SECONDS);
                assertThat(answered).hasSize(PATIENTS).doesNotHaveDuplicates();
                assertThat(patients(caller(signIns.get(i)))).containsExactlyInAnyOrderElementsOf(answered);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/code")).isEqualTo("service-unavailable");
        });
        assertThat(signIns)
                .allMatch(signIn -> post("/api/sign-in/refresh", Map.of("refreshToken", signIn.text("/refreshToken")))
                                .status()
                        == 200);
    }

    /** All users' accounts are held here, so that each addition stands between its key and its patient. */
    private void killInTheMiddle() throws SQLException {
        Connection holding = asRoot();
        try (Connection watching = asRoot()) {
            holding.setAutoCommit(false);
            holding.createStatement().executeQuery("SELECT id FROM account FOR UPDATE");
            await().atMost(SOON).until(() -> waiting(watching) == USERS);
            MYSQL.kill();
            await().atMost(SOON).until(() -> refused.size() >= USERS);
        } finally {
            holding.abort(Runnable::run);
            MYSQL.start();
        }
    }

    private Connection asRoot() throws SQLException {
        Login root = Middleware.mysql().root();
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"), root.user(), root.password());
    }

    private static int waiting(Connection connection) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String> addPatients(Caller user) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            Map<String, String> headers = new HashMap<>(identity(user));
            headers.put("Idempotency-Key", "killed-" + i);
            Answer answer = call("POST", "/api/patients", PatientIT.patient("张" + i), headers);
            while (answer.status() != 201) {
                refused.add(answer);
                answer = call("POST", "/api/patients", PatientIT.patient("张" + i), headers);
            }
            ids.add(answer.text("/id"));
            begun.countDown();
        }
        return ids;
    }

    /** Connections that broke are found one by one, each by a call that is told so. */
    private List<String> patients(Caller user) {
        Answer answer = as(user, "GET", "/api/patients", null);
        for (int tries = 0; answer.status() == 503 && tries < 20; tries++) {
            answer = as(user, "GET", "/api/patients", null);
        }
        return answer.body().at("/items").findValuesAsText("id");
    }
}
