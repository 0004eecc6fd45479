package dev.slipway.sms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTests {

    @Test
    void fillsTheGaps() {
        assertThat(Templates.text("sign-in-code", Map.of("code", "024680", "minutes", "5")))
                .isEqualTo("【Slipway】您的登录验证码为 024680，5 分钟内有效。请勿告诉他人。");
    }

    @Test
    void takesAValueAsItIs() {
        assertThat(Templates.text("sign-in-code", Map.of("code", "$1 \\ {minutes}", "minutes", "5")))
                .contains("$1 \\ {minutes}，5 分钟");
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Templates.text("sign-in", Map.of("code", "024680")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("024680");
    }

    @Test
    void namesTheParametersThatDoNotFitAndNeverTheirValues() {
        for (Map<String, String> unfit : List.of(
                Map.of("code", "024680"),
                Map.of("code", "024680", "minutes", "5", "name", "024680"),
                Map.of("code", "024680", "hours", "5"))) {
            assertThatThrownBy(() -> Templates.text("sign-in-code", unfit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[code, minutes]")
                    .hasMessageNotContaining("024680");
        }
    }
}
