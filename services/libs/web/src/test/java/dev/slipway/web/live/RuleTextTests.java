package dev.slipway.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.csp.sentinel.adapter.gateway.common.api.ApiDefinition;
import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextTests {

    private static final List<RuleKind<?>> KINDS =
            List.of(ServiceRules.FLOW, ServiceRules.DEGRADE, GatewayRules.FLOW, GatewayRules.API_GROUPS);

    private final RuleText text = new RuleText(List.of(GatewayRules.json()));

    @Test
    void readsRules() throws Exception {
        List<FlowRule> rules = text.parse(ServiceRules.FLOW, """
                [{"resource": "GET:/api/me", "grade": 1, "count": 20}]""");
        assertThat(rules).extracting(FlowRule::getResource).containsExactly("GET:/api/me");
        assertThat(rules).extracting(FlowRule::getCount).containsExactly(20.0);
    }

    @Test
    void readsWhatTheGatewayHas() throws Exception {
        List<GatewayFlowRule> rules = text.parse(GatewayRules.FLOW, """
                [{"resource": "service-user", "resourceMode": 0, "count": 50, "intervalSec": 1}]""");
        assertThat(rules).extracting(GatewayFlowRule::getCount).containsExactly(50.0);

        List<ApiDefinition> groups = text.parse(GatewayRules.API_GROUPS, """
                [{"apiName": "sign-in", "predicateItems": [{"pattern": "/api/sign-in/**", "matchStrategy": 1}]}]""");
        assertThat(groups.get(0).getPredicateItems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"resource":"GET:/a","count":0.0}                                                  | flow
        {"resource":"GET:/a","grade":0,"count":5.0,"controlBehavior":2}                    | flow
        {"resource":"GET:/a","grade":1,"count":0.5,"timeWindow":10}                        | degrade
        {"resource":"service-user","count":50.0,"intervalSec":60,"burst":5}                | gateway-flow
        {"apiName":"a","predicateItems":[{"pattern":"/a/**","matchStrategy":1}]}           | gateway-api-groups
        """)
    void writesNoMoreThanItRead(String rule, String name) throws Exception {
        RuleKind<?> kind = KINDS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(written(kind, "[" + rule + "]")).isEqualToIgnoringWhitespace("[" + rule + "]");
    }

    @Test
    void writesRulesInTheOrderOfTheirResources() throws Exception {
        assertThat(written(ServiceRules.FLOW, """
                [{"resource": "b", "count": 1}, {"resource": "a", "count": 1, "id": 7, "clusterConfig": {}}]""")).isEqualTo("""
                [
                {"resource":"a","count":1.0},
                {"resource":"b","count":1.0}
                ]
                """);
    }

    private <R> String written(RuleKind<R> kind, String rules) throws Exception {
        return text.write(kind, text.parse(kind, rules));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [{"resource": "a", "count": 1}, {"resource": "b", "coutn": 1}] | [1].coutn: unknown field, allowed:
        [{"resource": "a", "count": 1}, {"resource": "b", "count": -1}] | [1].count: must not be negative
        [{"count": 1}]                                       | [0]: names no resource
        [{"resource": " ", "count": 1}]                      | [0]: names no resource
        [{"resource": "a", "count": "1"}]                    | [0].count: Cannot coerce String value
        [{"resource": "a", "count": 1, "grade": 1.5}]        | [0].grade: Cannot coerce Floating-point value
        [{"resource": "a", "count": 1, "controlBehavior": 2, "maxQueueingTimeMs": -5}] | [0]: Sentinel does not accept
        [{"resource": "a", "count": 1, "count": 2}]          | Duplicate field 'count'
        [{"resource": "a", "count": 1}                       | Unexpected end-of-input
        [{"resource": "a", "count": 1}] []                   | Trailing token
        [null]                                               | [0]: is no rule
        {"resource": "a", "count": 1}                        | Cannot deserialize
        null                                                 | must be a list
        """)
    void refusesTheWholeListForOneFault(String broken, String reason) {
        assertThatThrownBy(() -> text.parse(ServiceRules.FLOW, broken))
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining(reason.strip());
    }
}
