package dev.slipway.web.live;

import com.alibaba.csp.sentinel.adapter.gateway.common.api.ApiDefinition;
import com.alibaba.csp.sentinel.adapter.gateway.common.api.ApiPathPredicateItem;
import com.alibaba.csp.sentinel.adapter.gateway.common.api.ApiPredicateItem;
import com.alibaba.csp.sentinel.adapter.gateway.common.api.GatewayApiDefinitionManager;
import com.alibaba.csp.sentinel.adapter.gateway.common.command.UpdateGatewayApiDefinitionGroupCommandHandler;
import com.alibaba.csp.sentinel.adapter.gateway.common.command.UpdateGatewayRuleCommandHandler;
import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayFlowRule;
import com.alibaba.csp.sentinel.adapter.gateway.common.rule.GatewayRuleManager;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.slipway.web.dashboard.SetRules;
import java.util.HashSet;

/** The rules that Sentinel has at a gateway: for a route, or for a named group of paths. */
final class GatewayRules {

    static final RuleKind<GatewayFlowRule> FLOW = new RuleKind<>(
            "gateway-flow",
            GatewayFlowRule.class,
            GatewayFlowRule::getResource,
            GatewayFlowRule::getCount,
            GatewayRuleManager::isValidRule,
            rules -> GatewayRuleManager.loadRules(new HashSet<>(rules)),
            taker -> UpdateGatewayRuleCommandHandler.setWritableDataSource(new SetRules<>(taker)));

    static final RuleKind<ApiDefinition> API_GROUPS = new RuleKind<>(
            "gateway-api-groups",
            ApiDefinition.class,
            ApiDefinition::getApiName,
            group -> 0,
            GatewayApiDefinitionManager::isValidApi,
            groups -> GatewayApiDefinitionManager.loadApiDefinitions(new HashSet<>(groups)),
            taker -> UpdateGatewayApiDefinitionGroupCommandHandler.setWritableDataSource(new SetRules<>(taker)));

    private GatewayRules() {}

    /** A group is made of path patterns; Sentinel's type leaves open which kind of item there is. */
    static Module json() {
        return new SimpleModule().addAbstractTypeMapping(ApiPredicateItem.class, ApiPathPredicateItem.class);
    }
}
