package dev.slipway.order;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every user exists, has phone 139… and owns exactly the patients whose id starts with the user's id and a dash. */
final class StandInUsers extends StandIn {
    private static final Pattern USER = Pattern.compile("/inner/users/([^/]+)(?:/patients/([^/]+))?");

    final Set<String> unverified = ConcurrentHashMap.newKeySet();
    volatile boolean away;
    volatile Duration pause = Duration.ZERO;

    @Override
    @Nullable
    Reply answer(HttpExchange call, byte[] body) {
        sleep(pause);
        Matcher path = USER.matcher(call.getRequestURI().getPath());
        if (away || call.getRequestHeaders().getFirst("X-Identity") == null) {
            return Reply.of(500);
        }
        if (!path.matches()) {
            return Reply.of(404);
        }
        String user = path.group(1);
        String patient = path.group(2);
        if (patient == null) {
            return new Reply(
                    200,
                    Map.of(
                            "id",
                            user,
                            "phone",
                            phone(user),
                            "name",
                            "张三",
                            "verification",
                            unverified.contains(user) ? "none" : "approved",
                            "later",
                            "ignored"));
        }
        return patient.startsWith(user + "-") ? new Reply(200, patient(patient)) : Reply.of(404);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    static String phone(String user) {
        return "139" + String.format("%08d", Math.floorMod(user.hashCode(), 100_000_000));
    }

    private static Map<String, Object> patient(String id) {
        return Map.of(
                "id", id,
                "name", "李四",
                "certificateType", "10",
                "certificateNumber", "11010519491231002X",
                "sex", "female",
                "birthDate", "1949-12-31",
                "phone", "13800138000",
                "insured", true);
    }
}
