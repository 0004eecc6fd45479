package dev.slipway.gateway.path;

import dev.slipway.gateway.call.ServedMethods;
import dev.slipway.gateway.problem.Problem;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only paths through that mean one thing, hides {@code /inner}, and shows {@code /actuator} to this
 * machine alone (a cluster gives the management endpoints their own port instead).
 */
public final class PathGuard implements WebFilter, Ordered {
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final Problem BAD_PATH =
            Problem.of(HttpStatus.BAD_REQUEST, "bad-path", "This path can be read in more than one way.");
    private static final Problem BAD_METHOD =
            Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not served.");

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Problem problem = judge(exchange.getRequest());
        return problem == null ? chain.filter(exchange) : Mono.error(problem.refusal());
    }

    private static @Nullable Problem judge(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        return switch (PathRules.judge(path == null ? "" : path)) {
            case REFUSED -> BAD_PATH;
            case HIDDEN -> Problem.notFound();
            case TAKEN -> judgeTaken(request, path);
        };
    }

    private static @Nullable Problem judgeTaken(ServerHttpRequest request, String path) {
        if (!ServedMethods.contain(request.getMethod())) {
            return BAD_METHOD;
        }
        boolean management = path.equals("/actuator") || path.startsWith("/actuator/");
        return management && !fromThisMachine(request) ? Problem.notFound() : null;
    }

    /** A proxy on this machine speaks for somebody else, and says so in these headers. */
    static boolean fromThisMachine(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        HttpHeaders headers = request.getHeaders();
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && !headers.containsKey("X-Forwarded-For")
                && !headers.containsKey("Forwarded");
    }
}
