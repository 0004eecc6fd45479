package dev.slipway.web.live;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleUtil;
import com.alibaba.csp.sentinel.transport.util.WritableDataSourceRegistry;
import dev.slipway.web.dashboard.SetRules;

/** The rules that Sentinel has in every process. */
final class ServiceRules {

    static final RuleKind<FlowRule> FLOW = new RuleKind<>(
            "flow",
            FlowRule.class,
            FlowRule::getResource,
            FlowRule::getCount,
            FlowRuleUtil::isValidRule,
            FlowRuleManager::loadRules,
            taker -> WritableDataSourceRegistry.registerFlowDataSource(new SetRules<>(taker)));

    static final RuleKind<DegradeRule> DEGRADE = new RuleKind<>(
            "degrade",
            DegradeRule.class,
            DegradeRule::getResource,
            DegradeRule::getCount,
            DegradeRuleManager::isValidRule,
            DegradeRuleManager::loadRules,
            taker -> WritableDataSourceRegistry.registerDegradeDataSource(new SetRules<>(taker)));

    private ServiceRules() {}
}
