package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.UseMiddleware;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole service on a free port with a real database and broker, between stand-ins of its neighbours. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "identity-key=an-identity-key-that-only-these-tests-know",
            "data-key=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=",
            "slipway.remote.answer=1s",
            "slipway.remote.deadline=2s",
            "slipway.remote.schedule-age=1ms",
            "slipway.booking.turn-within=30s", // hundreds come at once, on a machine that may be busy
            "spring.datasource.hikari.connection-timeout=30000",
            "slipway.booking.first-question=3s",
            "slipway.booking.ask-first=500ms",
            "slipway.booking.ask-longest=2s",
            "slipway.booking.notice-first=500ms",
        })
@ActiveProfiles({"test", "local"})
@UseMiddleware({UseMiddleware.Kind.MYSQL, UseMiddleware.Kind.RABBITMQ})
abstract class ServiceTest {
    static final StandInUsers USERS = new StandInUsers();
    static final StandInCatalogue CATALOGUE = new StandInCatalogue();
    static final StandInHospital HOSPITAL = new StandInHospital();
    static final StandInSlowHospital SLOW = new StandInSlowHospital();
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger NEXT = new AtomicInteger();

    static {
        USERS.start();
        CATALOGUE.start();
        HOSPITAL.start();
        SLOW.start();
        CATALOGUE.hospitals.put("H1001", HOSPITAL.address());
        CATALOGUE.hospitals.put("H2002", SLOW.address());
    }

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityTokens identities;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("spring.cloud.discovery.client.simple.instances.service-user[0].uri", USERS::address);
        properties.add("spring.cloud.discovery.client.simple.instances.service-hosp[0].uri", CATALOGUE::address);
    }

    @BeforeEach
    @AfterEach
    void everybodyBehaves() {
        HOSPITAL.mood = StandInHospital.Mood.KIND;
        HOSPITAL.closed = false;
        HOSPITAL.capacity = Integer.MAX_VALUE;
        HOSPITAL.listening.countDown();
        HOSPITAL.listeningTakes = Duration.ZERO;
        USERS.away = false;
        USERS.pause = Duration.ZERO;
        CATALOGUE.away = false;
    }

    /** A count that does not fit the appointments is wrong whatever a test is about. */
    @AfterEach
    void everyCountFitsItsAppointments() {
        assertThat(jdbc.sql("""
            SELECT s.schedule_id FROM schedule_slot s
            WHERE s.active <> (SELECT COUNT(*) FROM appointment a WHERE a.schedule_id = s.schedule_id
              AND a.status IN ('REQUESTED', 'CONFIRMED', 'PAID', 'FETCHED'))\
            """).query(String.class).list()).isEmpty();
        assertThat(HOSPITAL.refusedSignatures).isEmpty();
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String path) {
            return body.at(path).asText();
        }
    }

    Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : json.writeValueAsString(body)))
                    .header("Content-Type", "application/json");
            headers.forEach(request::header);
            HttpResponse<String> raw = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(raw.statusCode(), json.readTree(isJson ? raw.body() : "{}"), raw);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answer as(Caller caller, String method, String path, @Nullable Object body) {
        return call(method, path, body, identity(caller));
    }

    Map<String, String> identity(Caller caller) {
        return new HashMap<>(Map.of(IdentityTokens.HEADER, identities.issue(caller)));
    }

    static Caller newUser() {
        return new Caller("u" + NEXT.incrementAndGet() + "z", Set.of(Role.USER), "a-session");
    }

    static Caller admin() {
        return new Caller("an-operator", Set.of(Role.ADMIN), "a-session");
    }

    static Caller service() {
        return Caller.service("service-hosp");
    }

    /** A schedule that no other test uses. */
    static String newSchedule(int total) {
        String id = "sch" + NEXT.incrementAndGet();
        CATALOGUE.add(id, total);
        return id;
    }

    static Map<String, Object> wish(Caller user, String schedule) {
        return Map.of("scheduleId", schedule, "patientId", user.id() + "-p1");
    }

    Answer book(Caller user, String schedule) {
        return as(user, "POST", "/api/appointments", wish(user, schedule));
    }

    Answer book(Caller user, String schedule, String key) {
        Map<String, String> headers = identity(user);
        headers.put("Idempotency-Key", key);
        return call("POST", "/api/appointments", wish(user, schedule), headers);
    }

    /** The number of a confirmed appointment. */
    String booked(Caller user, String schedule) {
        Answer answer = book(user, schedule);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("/number");
    }

    Answer show(Caller user, String number) {
        return as(user, "GET", "/api/appointments/" + number, null);
    }

    Answer cancel(Caller user, String number) {
        return as(user, "POST", "/api/appointments/" + number + "/cancellation", null);
    }

    String status(String number) {
        return jdbc.sql("SELECT status FROM appointment WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    void awaitStatus(String number, String status) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(number)).isEqualTo(status));
    }

    int active(String schedule) {
        return jdbc.sql("SELECT active FROM schedule_slot WHERE schedule_id = ?")
                .param(schedule)
                .query(Integer.class)
                .single();
    }

    /** How many events of the type tell of the appointment. */
    int told(String number, String idEnd) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE event_id LIKE ?")
                .param(number + "%" + idEnd)
                .query(Integer.class)
                .single();
    }

    /** An event of another service, by way of the broker. */
    void publish(String type, Object payload) {
        transaction.executeWithoutResult(
                status -> outbox.store(new Event(UUID.randomUUID().toString(), type, payload)));
    }

    /** Runs the call {@code times} times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(call);
        }
        return atOnce(calls);
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
