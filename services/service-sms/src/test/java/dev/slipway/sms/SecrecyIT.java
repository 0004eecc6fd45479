package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.test.TalkativeLoggers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Codes, names and telephones are in no line of the log, also when an operator asks for more lines. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyIT extends ServiceTest {
    private static final Map<String, String> CODE = Map.of("code", "902413", "minutes", "5");
    private static final Map<String, String> VISIT = Map.of(
            "patient", "欧阳静文",
            "hospital", "协和医院",
            "department", "心内科",
            "date", "2026-12-01",
            "session", "上午");

    private TalkativeLoggers loggers;

    @BeforeEach
    void logMore() {
        loggers = new TalkativeLoggers(
                "dev.slipway", "org.springframework.web", "org.springframework.jdbc", "org.springframework.amqp");
    }

    @AfterEach
    void logAsBefore() {
        loggers.close();
    }

    @Test
    void neitherWhatIsSentNorWhatIsNotStandsInTheLog(CapturedOutput log) {
        String phone = newPhone();
        String sent = newId();
        String refused = newId();
        provider.fail(refused, Integer.MAX_VALUE);
        publish(newId(), body(sent, phone, "appointment-cancelled", VISIT));
        List<String> events = List.of(newId(), newId(), newId(), newId());
        publish(events.get(0), body(refused, phone, "sign-in-code", CODE));
        publish(events.get(1), body(newId(), phone, "no-such-template", CODE));
        publish(events.get(2), body(newId(), phone + "0", "sign-in-code", CODE));
        publish(events.get(3), "{\"phone\":\"" + phone + "\",\"code\":902413");
        awaitParked(events);
        await().atMost(SOON)
                .until(() -> provider.calls(sent) == 1 && log.toString().contains("Sent "));

        assertThat(log.toString())
                .as("there is a log")
                .contains("DEBUG", sent)
                .doesNotContain(phone, "902413", "欧阳静文", "心内科");
    }
}
