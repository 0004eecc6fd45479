package dev.slipway.order;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** In place of service-hosp: schedules that a test adds, and one hospital's connection. */
final class StandInCatalogue extends StandIn {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Map<String, Map<String, Object>> schedules = new ConcurrentHashMap<>();
    volatile URI hospital = URI.create("http://127.0.0.1:1");
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
        if (path.endsWith("/connection")) {
            return new Reply(
                    200,
                    Map.of(
                            "apiUrl",
                            hospital + "/api/hospitals/H1001",
                            "keyId",
                            "H1001-1",
                            "key",
                            StandInHospital.KEY,
                            "status",
                            "open"));
        }
        return Reply.of(404);
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
