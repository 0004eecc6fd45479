package dev.slipway.platform.config;

/** What a list of Sentinel rules is about; the constants are keys below {@code slipway.rules} of a service. */
enum RuleKind {
    FLOW("flow"),
    DEGRADE("degrade"),
    GATEWAY_FLOW("gateway-flow"),
    GATEWAY_API_GROUPS("gateway-api-groups");

    private final String key;

    RuleKind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
