package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.hospital.RecordingPlatform.Call;
import dev.slipway.security.signature.RequestSignature;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The platform refuses at first, because it does not know the hospitals yet. */
@ActiveProfiles({"test", "local"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationIT extends ServiceTest {
    private static final String SECRET = "a-demonstration-key-for-these-tests";
    private static final List<String> CODES = List.of("H1001", "H1002");
    private static final RecordingPlatform PLATFORM = start();

    private static RecordingPlatform start() {
        try {
            return new RecordingPlatform();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry properties) {
        properties.add("PLATFORM_URL", () -> PLATFORM.url().toString());
        properties.add("demonstration-key", () -> SECRET);
    }

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    private static House house(String code) {
        return new House(code, code + "-1", RequestSignature.sign(SECRET, "hospital " + code));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    @Order(1)
    void bothHospitalsAreRegisteredAsSoonAsThePlatformKnowsThem() throws Exception {
        assertThat(PLATFORM.calls()).isEmpty();
        CODES.forEach(code -> PLATFORM.knows(house(code)));
        eventually(() -> pending() == 0 && schedules().size() == 2 * 14 * 21);

        for (String code : CODES) {
            assertThat(PLATFORM.calls("PUT", "/openapi/hosp/hospital"))
                    .filteredOn(call -> call.hospital().equals(code))
                    .singleElement()
                    .satisfies(call -> assertThat(
                                    call.body().at("/bookingRule/releaseTime").asText())
                            .isEqualTo("08:00"));
            List<JsonNode> departments = PLATFORM.calls("POST", "/openapi/hosp/departments").stream()
                    .filter(call -> call.hospital().equals(code))
                    .flatMap(call -> call.items().stream())
                    .toList();
            assertThat(departments).hasSizeGreaterThanOrEqualTo(3);
            assertParentsComeFirst(departments);
        }
        Set<String> dates = new HashSet<>();
        schedules().forEach(schedule -> {
            dates.add(schedule.get("workDate").asText());
            assertThat(schedule.get("total").asInt()).isBetween(20, 40);
            assertThat(schedule.get("fee").asText()).matches("[0-9]+\\.[0-9]{2}");
            assertThat(schedule.get("session").asText()).isIn("am", "pm");
        });
        assertThat(dates)
                .hasSize(14)
                .contains(today().plusDays(1).toString(), today().plusDays(12).toString());
    }

    private static void assertParentsComeFirst(List<JsonNode> departments) {
        Set<String> seen = new HashSet<>();
        departments.forEach(department -> {
            if (department.has("parentCode")) {
                assertThat(seen).contains(department.get("parentCode").asText());
            }
            seen.add(department.get("code").asText());
        });
        assertThat(departments).anyMatch(department -> department.has("parentCode"));
    }

    private static List<JsonNode> schedules() {
        return PLATFORM.calls("POST", "/openapi/hosp/schedules").stream()
                .flatMap(call -> call.items().stream())
                .toList();
    }

    private int pending() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM schedule
                        WHERE hospital_code LIKE 'H100_' AND revision > uploaded_revision""").query(Integer.class).single();
    }

    @Test
    @Order(2)
    void theHospitalTakesOrdersSignedWithItsKey() throws Exception {
        JsonNode schedule = schedules().stream()
                .filter(each -> each.get("workDate").asText().equals(tomorrow().toString()))
                .findFirst()
                .orElseThrow();
        var order = order(newNumber(), schedule.get("id").asText());
        order.put("departmentCode", schedule.get("departmentCode").asText());
        order.put("session", schedule.get("session").asText());
        order.put("fee", schedule.get("fee").asText());
        Call upload = PLATFORM.calls("POST", "/openapi/hosp/schedules").stream()
                .filter(call -> call.items().contains(schedule))
                .findFirst()
                .orElseThrow();
        assertThat(signed(house(upload.hospital()), "POST", "/orders", order).status())
                .isEqualTo(201);
    }

    static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
