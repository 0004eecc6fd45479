package dev.slipway.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.signature.RequestSignature;
import dev.slipway.test.UseMiddleware;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The whole application on a free port with a database of its own, and the calls that every test needs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "data-key=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=",
            "clerk-password=" + ServiceTest.CLERK_PASSWORD,
            // Two hundred come at once, on a machine that may be busy.
            "spring.datasource.hikari.connection-timeout=30000",
        })
@ActiveProfiles("test")
@UseMiddleware(UseMiddleware.Kind.MYSQL)
abstract class ServiceTest {
    static final String CLERK_PASSWORD = "the-first-clerks-word-for-tests";

    static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Houses houses;

    record Answer(int status, JsonNode body) {
        String text(String path) {
            return body.at(path).asText();
        }
    }

    /** A call signed with the hospital's key. */
    Answer signed(House house, String method, String path, @Nullable Object body) throws IOException {
        return signedBy(house, method, "/api/hospitals/" + house.code() + path, body);
    }

    Answer signedBy(House signer, String method, String path, @Nullable Object body) throws IOException {
        byte[] bytes = bytes(body);
        URI target = URI.create("http://127.0.0.1:" + port + path);
        var signature = new RequestSignature(
                signer.keyId(),
                System.currentTimeMillis(),
                UUID.randomUUID().toString().replace("-", ""));
        return send(method, target, bytes, signature.headers(signer.key(), method, target, bytes));
    }

    Answer unsigned(String method, String path, @Nullable Object body) throws IOException {
        return send(method, URI.create("http://127.0.0.1:" + port + path), bytes(body), Map.of());
    }

    byte[] bytes(@Nullable Object body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(body);
    }

    Answer send(String method, URI target, byte[] body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            HttpResponse<String> raw = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A well-formed order for tomorrow morning. */
    static Map<String, Object> order(String number, String scheduleId) {
        Map<String, Object> patient = new HashMap<>(Map.of(
                "name", "张三",
                "certificateType", "10",
                "certificateNumber", "11010519491231002X",
                "sex", "male",
                "birthDate", "1949-12-31",
                "phone", "13800138000",
                "insured", true));
        return new HashMap<>(Map.of(
                "number",
                number,
                "hospitalScheduleId",
                scheduleId,
                "departmentCode",
                House.DEPARTMENT,
                "visitDate",
                tomorrow().toString(),
                "session",
                "am",
                "fee",
                "80.00",
                "patient",
                patient));
    }

    /** In the hospital's zone. */
    static LocalDate tomorrow() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).plusDays(1);
    }

    static String newNumber() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    int taken(House house, String scheduleId) {
        return jdbc.sql("SELECT taken FROM schedule WHERE hospital_code = ? AND id = ?")
                .params(house.code(), scheduleId)
                .query(Integer.class)
                .single();
    }

    int active(House house, String scheduleId) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM appointment_order WHERE hospital_code = ? AND schedule_id = ?
                        AND status IN ('confirmed', 'paid', 'fetched')""")
                .params(house.code(), scheduleId)
                .query(Integer.class)
                .single();
    }

    /** Runs the calls 0 to {@code times - 1} at once. */
    static <T> List<T> atOnce(int times, IntFunction<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
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
