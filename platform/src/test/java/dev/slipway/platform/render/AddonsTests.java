package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.UserError;
import org.junit.jupiter.api.Test;

class AddonsTests {
    @Test
    void anAddonIsNotLeftOutSilently() {
        assertThatThrownBy(() -> Golden.rendered(
                        text -> text.replace("\nservices:", "\naddons: { metrics-server: {} }\nservices:")))
                .isInstanceOf(UserError.class)
                .hasMessage("add-ons cannot be rendered yet: [metrics-server]");
    }
}
