package dev.slipway.hosp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.security.signature.RequestSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The calls of one running instance. */
record Api(int port, ObjectMapper json, IdentityTokens identities, Clock clock) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String path) {
            return body.at(path).asText();
        }

        Answer require(int wanted) {
            if (status != wanted) {
                throw new AssertionError("not " + wanted + " but " + status + ": " + raw.body());
            }
            return this;
        }
    }

    /** A hospital that the platform has admitted. */
    record Hospital(String settingId, String code, String keyId, String key) {
        Hospital with(String otherKeyId, String otherKey) {
            return new Hospital(settingId, code, otherKeyId, otherKey);
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer admin(String method, String path, @Nullable Object body) {
        return admin(method, path, body, Map.of());
    }

    Answer admin(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(
                IdentityTokens.HEADER,
                identities.issue(new Caller("00000000-0000-4000-8000-000000000000", Set.of(Role.ADMIN), "session")));
        return send(method, path, body, all);
    }

    Answer inner(String path) {
        return send(
                "GET", path, null, Map.of(IdentityTokens.HEADER, identities.issue(Caller.service("service-order"))));
    }

    Answer signed(Hospital hospital, String method, String path, @Nullable Object body) {
        String text = body == null ? "" : text(body);
        return send(method, path, text.isEmpty() ? null : text, signature(hospital, method, path, text, nonce()));
    }

    Map<String, String> signature(Hospital hospital, String method, String path, String body, String nonce) {
        return signature(hospital, method, path, body.getBytes(StandardCharsets.UTF_8), nonce);
    }

    Map<String, String> signature(Hospital hospital, String method, String path, byte[] body, String nonce) {
        return new RequestSignature(hospital.keyId(), clock.millis(), nonce)
                .headers(hospital.key(), method, uri(path), body);
    }

    static String nonce() {
        return UUID.randomUUID().toString();
    }

    /** A new hospital, not uploaded yet. */
    Hospital admitted() {
        String code = "T" + ThreadLocalRandom.current().nextLong(1_000_000_000L);
        Answer made = admin(
                        "POST",
                        "/admin/hospital-settings",
                        Map.of("hospitalCode", code, "name", "测试医院", "apiUrl", "http://127.0.0.1:9/api/"))
                .require(201);
        return new Hospital(made.text("/id"), code, made.text("/keyId"), made.text("/key"));
    }

    /** A new hospital with one department, {@code D1}, online. */
    Hospital online(String name) {
        Hospital hospital = admitted();
        signed(hospital, "PUT", "/openapi/hosp/hospital", profile(name)).require(200);
        department(hospital, "D1");
        admin("PUT", "/admin/hospitals/" + hospital.code() + "/status", Map.of("status", "online"))
                .require(200);
        return hospital;
    }

    void department(Hospital hospital, String code) {
        signed(
                        hospital,
                        "POST",
                        "/openapi/hosp/departments",
                        Map.of("items", List.of(Map.of("code", code, "name", "科室" + code))))
                .require(200);
    }

    static Map<String, Object> profile(String name) {
        Map<String, Object> profile = new HashMap<>();
        profile.put("name", name);
        profile.put("grade", "1");
        profile.put("provinceCode", "110000");
        profile.put("cityCode", "110100");
        profile.put("districtCode", "110105");
        profile.put("address", "朝阳区 1 号");
        profile.put("intro", "一家医院。\n第二行。");
        profile.put("route", "地铁 1 号线");
        profile.put("bookingRule", rule());
        return profile;
    }

    static Map<String, Object> rule() {
        return Map.of(
                "cycleDays",
                7,
                "releaseTime",
                "08:00",
                "stopTime",
                "11:30",
                "quitDayOffset",
                -1,
                "quitTime",
                "15:00",
                "notices",
                List.of("请携带身份证"));
    }

    static Map<String, Object> schedule(String id, LocalDate date) {
        Map<String, Object> schedule = new HashMap<>();
        schedule.put("id", id);
        schedule.put("departmentCode", "D1");
        schedule.put("title", "主任医师");
        schedule.put("doctor", "王医生");
        schedule.put("skill", "内科常见病");
        schedule.put("workDate", date.toString());
        schedule.put("session", "am");
        schedule.put("total", 10);
        schedule.put("fee", "120.00");
        schedule.put("status", "open");
        return schedule;
    }

    Answer upload(Hospital hospital, List<Map<String, Object>> schedules) {
        return signed(hospital, "POST", "/openapi/hosp/schedules", Map.of("items", schedules));
    }

    /** The platform's id of the only schedule of that date. */
    String scheduleId(Hospital hospital, LocalDate date) {
        return admin("GET", "/admin/hospitals/" + hospital.code() + "/departments/D1/schedules?date=" + date, null)
                .require(200)
                .text("/items/0/id");
    }

    String text(Object body) {
        try {
            return body instanceof String text ? text : json.writeValueAsString(body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text(body)))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            HttpResponse<String> raw = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body()), raw);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
