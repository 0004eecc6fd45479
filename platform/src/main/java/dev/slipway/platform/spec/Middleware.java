package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import java.util.List;
import java.util.Map;

/**
 * One middleware server of an environment.
 *
 * @param port what clients connect to
 * @param ports further ports by name; which names there are, {@link MiddlewareKind#namedPorts} says
 * @param needs what has to be ready before it starts
 * @param memory what it may use as a whole
 */
public record Middleware(
        @Between(min = 1, max = 65535) int port,
        Map<String, Integer> ports,
        List<String> needs,
        @Default("256Mi") Memory memory) {}
