package dev.slipway.platform.config;

import java.util.List;
import java.util.Map;

/** A gateway with two routes, a service with three keys and two calls, and one that has neither yet. */
final class SampleRules {
    static final ConfigRules RULES = new ConfigRules(
            Map.of(
                    "server-gateway",
                    new ServiceSettings(Map.of(
                            "spring.cloud.gateway.server.webflux.routes",
                            List.of(Map.of("id", "service-user"), Map.of("id", "service-cmn")),
                            "slipway.rules.gateway-flow",
                            "server-gateway-flow.json",
                            "slipway.rules.gateway-api-groups",
                            "server-gateway-api-groups.json",
                            "slipway.rules.degrade",
                            "server-gateway-degrade.json")),
                    "service-user",
                    new ServiceSettings(Map.of(
                            "slipway.rules.flow",
                            "service-user-flow.json",
                            "slipway.rules.degrade",
                            "service-user-degrade.json")),
                    "service-bed",
                    new ServiceSettings(Map.of())),
            new KnownKeys(Map.of(
                    "server-gateway",
                    Map.of("slipway.gateway.origins", "java.util.List<java.lang.String>"),
                    "service-user",
                    Map.of(
                            "slipway.sign-in.code-tries",
                            "java.lang.Integer",
                            "slipway.sign-in.code-lifetime",
                            "java.time.Duration"))),
            new KnownResources(Map.of("service-user", List.of("GET:/api/me", "PUT:/api/me/verification"))));

    private SampleRules() {}
}
