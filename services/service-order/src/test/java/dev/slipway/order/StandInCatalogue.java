package dev.slipway.order;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In place of service-hosp: schedules that a test adds, and the hospitals' connections. */
final class StandInCatalogue extends StandIn {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern CONNECTION = Pattern.compile("/inner/hospitals/([^/]+)/connection");

    final Map<String, Map<String, Object>> schedules = new ConcurrentHashMap<>();
    final Map<String, URI> hospitals = new ConcurrentHashMap<>();
    volatile boolean away;

    @Override
    @Nullable
    Reply answer(HttpExchange call, byte[] body) {
        String path = call.getRequestURI().getPath();
        if (away) {
            return Reply.of(500);
        }
        if (path.startsWith("/inner/schedules/")) {
            Map<String, Object> schedule = schedules.get(path.substring("/inner/schedules/".length()));
            return schedule == null ? Reply.of(404) : new Reply(200, schedule);
        }
        Matcher connection = CONNECTION.matcher(path);
        return connection.matches() ? connection(connection.group(1)) : Reply.of(404);
    }

    private Reply connection(String code) {
        URI hospital = hospitals.get(code);
        return hospital == null
                ? Reply.of(404)
                : new Reply(
                        200,
                        Map.of(
                                "apiUrl",
                                hospital + "/api/hospitals/" + code,
                                "keyId",
                                code + "-1",
                                "key",
                                StandInHospital.KEY,
                                "status",
                                "open"));
    }

    /** An open schedule in the morning three days ahead. */
    void add(String id, int total) {
        add(id, total, LocalDate.now(ZONE).plusDays(3), "dept-" + id);
    }

    void add(String id, int total, LocalDate day, String department) {
        Map<String, Object> schedule = new HashMap<>();
        schedule.put("id", id);
        schedule.put("hospitalCode", "H1001");
        schedule.put("hospitalName", "北京示范医院");
        schedule.put("hospitalScheduleId", "s-" + id);
        schedule.put("departmentCode", department);
        schedule.put("departmentName", "内科");
        schedule.put("title", "主任医师");
        schedule.put("doctor", "王医生");
        schedule.put("skill", "心血管");
        schedule.put("workDate", day.toString());
        schedule.put("session", "am");
        schedule.put("fee", "100.00");
        schedule.put("total", total);
        schedule.put("version", 1);
        schedule.put("state", "open");
        schedule.put(
                "quitDeadline",
                day.minusDays(1).atTime(15, 0).atZone(ZONE).toOffsetDateTime().toString());
        schedules.put(id, new ConcurrentHashMap<>(schedule));
    }

    void change(String id, String field, Object value) {
        schedules.computeIfPresent(id, (key, schedule) -> {
            schedule.put(field, value);
            return schedule;
        });
    }
}
