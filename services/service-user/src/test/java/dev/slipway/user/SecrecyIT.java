package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import dev.slipway.test.TalkativeLoggers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody but its owner may read is in no row and in no line of the log, also when an operator asks for more lines. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyIT extends ServiceTest {
    private static final String NUMBER = "EJ9470318";
    private static final String WRONG_NUMBER = "EJ 470319";

    private TalkativeLoggers loggers;

    @BeforeEach
    void logMore() {
        loggers = new TalkativeLoggers("dev.slipway", "org.springframework.web", "org.springframework.jdbc");
    }

    @AfterEach
    void logAsBefore() {
        loggers.close();
    }

    @Test
    void certificatesCodesAndTokensAreNeitherStoredNorLogged(CapturedOutput log) {
        String phone = newPhone();
        String code = requestCode(phone);
        Answer in = post("/api/sign-in", Map.of("phone", phone, "code", code));
        Answer refreshed = post("/api/sign-in/refresh", Map.of("refreshToken", in.text("/refreshToken")));
        post("/api/sign-in/operators", Map.of("username", "operator", "password", OPERATOR_PASSWORD));
        Caller user = caller(in);
        for (String number : List.of(NUMBER, WRONG_NUMBER)) {
            Map<String, Object> patient = PatientIT.patient("张三");
            patient.put("certificateType", "30");
            patient.put("certificateNumber", number);
            as(user, "POST", "/api/patients", patient);
            as(
                    user,
                    "PUT",
                    "/api/me/verification",
                    Map.of("name", "张三", "certificateType", "30", "certificateNumber", number));
        }
        String shown =
                as(admin(), "GET", "/admin/users/" + user.id(), null).raw().body();

        assertThat(shown).contains("E******18").doesNotContain(NUMBER);
        assertThat(rows("patient", "account")).contains(user.id());
        assertThat(rows())
                .doesNotContain(
                        NUMBER,
                        WRONG_NUMBER,
                        OPERATOR_PASSWORD,
                        in.text("/refreshToken"),
                        refreshed.text("/refreshToken"),
                        in.text("/accessToken"));
        assertThat(log.toString())
                .as("there is a log")
                .contains("DEBUG")
                .doesNotContain(
                        NUMBER,
                        WRONG_NUMBER,
                        OPERATOR_PASSWORD,
                        phone,
                        "=" + code,
                        in.text("/refreshToken"),
                        refreshed.text("/refreshToken"),
                        in.text("/accessToken"),
                        refreshed.text("/accessToken"));
    }

    /** Everything that is in these tables, or in all. */
    private String rows(String... tables) {
        List<String> wanted = new ArrayList<>(List.of(tables));
        if (wanted.isEmpty()) {
            wanted.addAll(jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                    .query(String.class)
                    .list());
        }
        StringBuilder text = new StringBuilder();
        wanted.forEach(table ->
                text.append(jdbc.sql("SELECT * FROM `" + table + "`").query().listOfRows()));
        return text.toString();
    }
}
