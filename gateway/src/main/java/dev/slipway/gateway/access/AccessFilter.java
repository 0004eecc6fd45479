package dev.slipway.gateway.access;

import dev.slipway.gateway.call.Call;
import dev.slipway.gateway.problem.Problem;
import dev.slipway.gateway.revocation.Revocations;
import dev.slipway.gateway.token.IdentityMint;
import dev.slipway.gateway.token.InvalidToken;
import dev.slipway.gateway.token.KeysUnavailable;
import dev.slipway.gateway.token.Tokens;
import dev.slipway.gateway.token.VerifiedToken;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Authenticates and authorises a routed call. A good token makes its bearer the caller on open paths too; a bad one
 * is an error only where a token is needed, so that a client with an old token can still sign in or refresh.
 */
public final class AccessFilter implements GlobalFilter, Ordered {
    public static final int ORDER = -3000;

    private static final String ADMIN = "ADMIN";
    private static final Problem NO_TOKEN = Problem.of(HttpStatus.UNAUTHORIZED);
    private static final Problem BAD_TOKEN = Problem.of(
            HttpStatus.UNAUTHORIZED, "invalid-token", "The token is not valid, or not any more; sign in again.");
    private static final Problem FORBIDDEN = Problem.of(HttpStatus.FORBIDDEN);
    private static final Problem REVOCATION_UNKNOWN = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "revocation-unavailable",
                    "Whether the token still lives cannot be told at the moment.")
            .after(Duration.ofSeconds(2));
    private static final Problem KEYS_UNKNOWN = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "keys-unavailable", "The token cannot be checked at the moment.")
            .after(Duration.ofSeconds(2));

    private final AccessRules rules;
    private final Tokens tokens;
    private final Revocations revocations;
    private final IdentityMint mint;

    AccessFilter(AccessRules rules, Tokens tokens, Revocations revocations, IdentityMint mint) {
        this.rules = rules;
        this.tokens = tokens;
        this.revocations = revocations;
        this.mint = mint;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (AccessRules.signed(request.getURI().getRawPath())) {
            return chain.filter(exchange);
        }
        String token = bearer(request.getHeaders());
        if (token == null) {
            return withoutCaller(exchange, chain, NO_TOKEN);
        }
        VerifiedToken known = tokens.remembered(token);
        return known != null
                ? withToken(exchange, chain, known)
                : tokens.verify(token)
                        .map(Checked::good)
                        .onErrorResume(InvalidToken.class, invalid -> Mono.just(Checked.bad(BAD_TOKEN)))
                        .onErrorResume(KeysUnavailable.class, unknown -> Mono.just(Checked.bad(KEYS_UNKNOWN)))
                        .flatMap(checked -> checked.token() != null
                                ? withToken(exchange, chain, checked.token())
                                : withoutCaller(exchange, chain, checked.problem()));
    }

    private record Checked(@Nullable VerifiedToken token, Problem problem) {
        static Checked good(VerifiedToken token) {
            return new Checked(token, BAD_TOKEN);
        }

        static Checked bad(Problem problem) {
            return new Checked(null, problem);
        }
    }

    private Mono<Void> withToken(ServerWebExchange exchange, GatewayFilterChain chain, VerifiedToken token) {
        if (!revocations.known()) {
            return withoutCaller(exchange, chain, REVOCATION_UNKNOWN);
        }
        if (revocations.revoked(token.sessionMember(), token.userMember(), token.issuedAtMillis())) {
            return withoutCaller(exchange, chain, BAD_TOKEN);
        }
        String path = exchange.getRequest().getURI().getRawPath();
        if (AccessRules.operators(path) && !token.roles().contains(ADMIN)) {
            return Mono.error(FORBIDDEN.refusal());
        }
        Call.of(exchange).callerIs(token.subject(), mint.headerFor(token));
        return chain.filter(exchange);
    }

    private Mono<Void> withoutCaller(ServerWebExchange exchange, GatewayFilterChain chain, Problem otherwise) {
        return rules.open(exchange.getRequest()) ? chain.filter(exchange) : Mono.error(otherwise.refusal());
    }

    /** Null without one; an empty, therefore invalid, token for what is no single bearer token. */
    private static @Nullable String bearer(HttpHeaders headers) {
        List<String> values = headers.get(HttpHeaders.AUTHORIZATION);
        if (values == null || values.isEmpty()) {
            return null;
        }
        String value = values.get(0);
        boolean one = values.size() == 1 && value.regionMatches(true, 0, "Bearer ", 0, 7);
        return one ? value.substring(7).trim() : "";
    }
}
