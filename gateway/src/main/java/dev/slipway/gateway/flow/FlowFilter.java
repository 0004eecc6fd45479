package dev.slipway.gateway.flow;

import static com.alibaba.csp.sentinel.adapter.gateway.common.SentinelGatewayConstants.RESOURCE_MODE_CUSTOM_API_NAME;
import static com.alibaba.csp.sentinel.adapter.gateway.common.SentinelGatewayConstants.RESOURCE_MODE_ROUTE_ID;

import com.alibaba.csp.sentinel.AsyncEntry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.adapter.gateway.common.SentinelGatewayConstants;
import com.alibaba.csp.sentinel.adapter.gateway.common.param.GatewayParamParser;
import com.alibaba.csp.sentinel.adapter.gateway.sc.SentinelGatewayFilter;
import com.alibaba.csp.sentinel.adapter.gateway.sc.ServerWebExchangeItemParser;
import com.alibaba.csp.sentinel.adapter.gateway.sc.api.GatewayApiMatcherManager;
import com.alibaba.csp.sentinel.adapter.gateway.sc.api.matcher.WebExchangeApiMatcher;
import com.alibaba.csp.sentinel.context.ContextUtil;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Enters Sentinel's resources of a routed call, its route's and that of each API group it belongs to, and leaves
 * them when the call ends; a call one of them blocks goes no further.
 *
 * <p>Sentinel's own filter, whose place this takes, puts its context into Reactor's for resources that are entered
 * further down. None is here, and it would be made anew each time any operator below asks for its context.
 */
final class FlowFilter extends SentinelGatewayFilter {
    private static final String NO_ORIGIN = "";

    private final GatewayParamParser<ServerWebExchange> parameters =
            new GatewayParamParser<>(new ServerWebExchangeItemParser());

    FlowFilter(int order) {
        super(order);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        List<AsyncEntry> entries = new ArrayList<>(2);
        ContextUtil.enter(SentinelGatewayConstants.GATEWAY_CONTEXT_ROUTE_PREFIX + route.getId(), NO_ORIGIN);
        try {
            enterAll(exchange, route, entries);
        } catch (BlockException blocked) {
            leave(entries);
            return Mono.error(blocked);
        } finally {
            ContextUtil.exit();
        }
        return chain.filter(exchange)
                .doOnError(failure -> entries.forEach(entry -> Tracer.traceEntry(failure, entry)))
                .doFinally(signal -> leave(entries));
    }

    private void enterAll(ServerWebExchange exchange, Route route, List<AsyncEntry> entries) throws BlockException {
        for (WebExchangeApiMatcher group :
                GatewayApiMatcherManager.getApiMatcherMap().values()) {
            if (group.test(exchange)) {
                entries.add(enter(exchange, group.getApiName(), RESOURCE_MODE_CUSTOM_API_NAME));
            }
        }
        entries.add(enter(exchange, route.getId(), RESOURCE_MODE_ROUTE_ID));
    }

    private AsyncEntry enter(ServerWebExchange exchange, String resource, int mode) throws BlockException {
        Object[] values = parameters.parseParameterFor(resource, exchange, rule -> rule.getResourceMode() == mode);
        return SphU.asyncEntry(resource, ResourceTypeConstants.COMMON_API_GATEWAY, EntryType.IN, 1, values);
    }

    private static void leave(List<AsyncEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            entries.get(i).exit();
        }
    }
}
