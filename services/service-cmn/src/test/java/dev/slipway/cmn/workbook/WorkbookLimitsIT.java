package dev.slipway.cmn.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cmn.Instance;
import dev.slipway.web.live.ConfigurationRefused;
import dev.slipway.web.live.LiveConfiguration;
import dev.slipway.web.live.Push;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;

/** An operator narrows what a workbook may be, and the running service follows. */
class WorkbookLimitsIT {
    private final Instance service = Instance.shared();

    @Test
    void aPushedLimitActsAtOnce() throws Exception {
        byte[] workbook = Sheets.of(Sheets.row("limits", "", "", "限"), Sheets.row("limits", "", "1", "一"));
        Push push = new Push(
                service.bean(ConfigurableEnvironment.class), service.bean(LiveConfiguration.class), "service-cmn.yaml");
        service.upload(workbook, "").require(200);
        try {
            push.send("slipway.workbook: {rows: 1, parts: 50}");
            refused(workbook, "it has more than 1 rows");
            assertThatThrownBy(() -> push.send("slipway.workbook: {rows: 2, batch: 0}"))
                    .isInstanceOf(ConfigurationRefused.class);
            refused(workbook, "it has more than 1 rows");
            push.send("slipway.workbook.parts: 1");
            refused(workbook, "it has more than 1 parts");
        } finally {
            push.send("{}");
        }
        service.upload(workbook, "").require(200);
    }

    private void refused(byte[] workbook, String why) {
        assertThat(service.upload(workbook, "")
                        .require(422)
                        .json()
                        .get("detail")
                        .asText())
                .contains(why);
    }
}
