package dev.slipway.platform.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTests {
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    SelectionTests() {
        needs.put("nacos", List.of());
        needs.put("mysql", List.of());
        needs.put("redis", List.of());
        needs.put("cmn", List.of("nacos", "mysql"));
        needs.put("gateway", List.of("nacos", "redis"));
    }

    @Test
    void everythingUnlessTold() {
        assertThat(Selection.of(needs, List.of(), List.of()))
                .containsExactly("nacos", "mysql", "redis", "cmn", "gateway");
    }

    @Test
    void onlyBringsWhatIsNeeded() {
        assertThat(Selection.of(needs, List.of("cmn"), List.of())).containsExactly("nacos", "mysql", "cmn");
    }

    @Test
    void withoutLeavesOutWhatNobodyNeeds() {
        assertThat(Selection.of(needs, List.of(), List.of("gateway", "redis")))
                .containsExactly("nacos", "mysql", "cmn");
        assertThat(Selection.of(needs, List.of("cmn"), List.of("redis"))).containsExactly("nacos", "mysql", "cmn");
    }

    @Test
    void leavingOutWhatIsNeededNamesWhoNeedsIt() {
        assertThatThrownBy(() -> Selection.of(needs, List.of(), List.of("nacos")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.what()).isEqualTo("cannot leave out nacos: cmn, gateway need it");
                    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
                });
    }

    @Test
    void anUnknownNameIsAnErrorWithASuggestion() {
        assertThatThrownBy(() -> Selection.of(needs, List.of("gatway"), List.of()))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fix()).isEqualTo("did you mean 'gateway'?"));
        assertThatThrownBy(() -> Selection.of(needs, List.of(), List.of("oracle")))
                .hasMessage("there is no component 'oracle'");
    }
}
