package dev.slipway.web.live;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleUtil;

/** The rules that Sentinel has in every process. */
final class ServiceRules {

    static final RuleKind<FlowRule> FLOW = new RuleKind<>(
            "flow",
            FlowRule.class,
            FlowRule::getResource,
            FlowRule::getCount,
            FlowRuleUtil::isValidRule,
            FlowRuleManager::loadRules);

    static final RuleKind<DegradeRule> DEGRADE = new RuleKind<>(
            "degrade",
            DegradeRule.class,
            DegradeRule::getResource,
            DegradeRule::getCount,
            DegradeRuleManager::isValidRule,
            DegradeRuleManager::loadRules);

    private ServiceRules() {}
}
