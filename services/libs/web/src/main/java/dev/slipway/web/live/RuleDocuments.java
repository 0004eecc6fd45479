package dev.slipway.web.live;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The documents in Nacos that hold this process' Sentinel rules, each a JSON list; what is not named is not followed.
 *
 * @param group their group in Nacos
 * @param flow flow rules of resources
 * @param degrade circuit breakers of resources
 * @param gatewayFlow flow rules of routes and groups, at a gateway
 * @param gatewayApiGroups the groups of paths that those rules may name
 */
@ConfigurationProperties("slipway.rules")
record RuleDocuments(
        @DefaultValue("SENTINEL_GROUP") String group,
        @Nullable String flow,
        @Nullable String degrade,
        @Nullable String gatewayFlow,
        @Nullable String gatewayApiGroups) {}
