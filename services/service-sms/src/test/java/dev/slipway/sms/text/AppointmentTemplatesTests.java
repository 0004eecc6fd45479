package dev.slipway.sms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentTemplatesTests {
    private static final List<String> VISIT = List.of("patient", "hospital", "department", "date", "session");

    @ParameterizedTest
    @CsvSource({
        "appointment-confirmed, fee time",
        "appointment-cancelled, ''",
        "appointment-expired, ''",
        "visit-reminder, time address",
        "payment-completed, fee",
        "payment-refunded, fee"
    })
    void eachTellsOfTheVisitAndOfWhatElseItIsGiven(String template, String more) {
        Map<String, String> parameters = new HashMap<>();
        VISIT.forEach(name -> parameters.put(name, "<" + name + ">"));
        for (String name : more.isEmpty() ? new String[0] : more.split(" ", -1)) {
            parameters.put(name, "<" + name + ">");
        }
        assertThat(Templates.text(template, parameters)).startsWith("【Slipway】").contains(parameters.values());
    }
}
