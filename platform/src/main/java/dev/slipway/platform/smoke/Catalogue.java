package dev.slipway.platform.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What anyone may read of the hospitals; finds the schedule with the most room. */
final class Catalogue {
    /** The walk takes one place at a time, and keeps one. */
    private static final int ROOM = 2;

    /** It cancels, too, and is over by then. */
    private static final Duration WALK = Duration.ofMinutes(10);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Api api;
    private final Clock clock;
    private final Eventually eventually;

    private String hospital = "";
    private JsonNode rule = MissingNode.getInstance();
    private @Nullable Day day;
    private @Nullable Offer offer;

    Catalogue(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.eventually = new Eventually(clock);
    }

    private record Day(String department, String date, int available) {}

    /** Hospitals register themselves after the start, so the first one may have to be waited for. */
    void search() throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> list("?size=1").isEmpty() ? "GET /api/hospitals lists no hospital" : null);
        JsonNode first = list("?size=1").path(0);
        hospital = first.path("code").asText();
        rule = api.get("/api/hospitals/" + hospital, null).expect(200).body().path("bookingRule");
        String name = first.path("name").asText();
        JsonNode found = list("?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        if (!found.findValuesAsText("code").contains(hospital)) {
            throw new StepFailed("GET /api/hospitals does not find '" + name + "' by its name");
        }
    }

    private JsonNode list(String query) throws IOException, InterruptedException, StepFailed {
        return api.get("/api/hospitals" + query, null).expect(200).items();
    }

    /**
     * Looks at every department's calendar and remembers the open day with the most room, of equal ones the last, that can
     * still be cancelled.
     */
    void readCalendars() throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> {
            for (String department : departments()) {
                readCalendar(department);
            }
            return day == null ? "no day of " + hospital + " is open, and can still be cancelled" : null;
        });
    }

    private List<String> departments() throws IOException, InterruptedException, StepFailed {
        var codes = new ArrayList<String>();
        String path = "/api/hospitals/" + hospital + "/departments";
        collect(api.get(path, null).expect(200).items(), codes);
        return codes;
    }

    private static void collect(JsonNode departments, List<String> codes) {
        for (JsonNode department : departments) {
            codes.add(department.path("code").asText());
            collect(department.path("children"), codes);
        }
    }

    private void readCalendar(String department) throws IOException, InterruptedException, StepFailed {
        String path = "/api/hospitals/" + hospital + "/departments/" + department + "/calendar?size=100";
        for (JsonNode each : api.get(path, null).expect(200).items()) {
            int available = each.path("available").asInt();
            String date = each.path("date").asText();
            boolean open = each.path("status").asText().equals("open") && canBeCancelled(date);
            if (open && (day == null || available >= day.available())) {
                day = new Day(department, date, available);
            }
        }
    }

    private boolean canBeCancelled(String date) {
        return LocalDate.parse(date)
                .plusDays(rule.path("quitDayOffset").asInt())
                .atTime(LocalTime.parse(rule.path("quitTime").asText()))
                .atZone(ZONE)
                .toInstant()
                .isAfter(clock.instant().plus(WALK));
    }

    void choose() throws IOException, InterruptedException, StepFailed {
        Day chosen = Objects.requireNonNull(day);
        String path = "/api/hospitals/" + hospital + "/departments/" + chosen.department() + "/schedules?date="
                + chosen.date();
        for (JsonNode each : api.get(path, null).expect(200).items()) {
            int available = each.path("available").asInt();
            if (each.path("status").asText().equals("open") && available >= ROOM && isMore(available)) {
                String id = each.path("id").asText();
                offer = new Offer(id, hospital, chosen.department(), chosen.date(), available);
            }
        }
        if (offer == null) {
            throw new StepFailed("GET " + path + " lists no open schedule with " + ROOM + " free places");
        }
    }

    private boolean isMore(int available) {
        return offer == null || available > offer.available();
    }

    /** What {@link #choose} has chosen. */
    Offer offer() {
        return Objects.requireNonNull(offer);
    }

    /** The schedule has come to have as many places less than when it was chosen. */
    void expectTaken(int places) throws IOException, InterruptedException, StepFailed {
        String path = "/api/schedules/" + offer().scheduleId();
        int expected = offer().available() - places;
        eventually.hold(() -> {
            int available =
                    api.get(path, null).expect(200).body().path("available").asInt();
            return available == expected ? null : "GET " + path + " has " + available + " free, expected " + expected;
        });
    }
}
