package dev.slipway.gateway.limit;

import dev.slipway.gateway.call.ClientAddresses;
import dev.slipway.gateway.problem.Problem;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Limits {@code POST /api/sign-in/codes} by client address and by phone, and {@code POST /api/sign-in/operators} by
 * client address. Redis away: the call passes (both have their own limits at the service, and nobody could sign in
 * otherwise), with a warning and a counter.
 */
public final class CodeLimit implements GlobalFilter, Ordered {
    private static final Logger log = LoggerFactory.getLogger(CodeLimit.class);
    private static final String CODES = "/api/sign-in/codes";
    private static final String OPERATORS = "/api/sign-in/operators";
    private static final int LARGEST_BODY = 4096;
    private static final long WARN_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final Rates rates;
    private final Supplier<CodeLimitSettings> settings;
    private final ClientAddresses addresses;
    private final Counter uncounted;
    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - WARN_EVERY_NANOS);

    CodeLimit(Rates rates, Supplier<CodeLimitSettings> settings, ClientAddresses addresses, Counter uncounted) {
        this.rates = rates;
        this.settings = settings;
        this.addresses = addresses;
        this.uncounted = uncounted;
    }

    @Override
    public int getOrder() {
        return -1000;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!HttpMethod.POST.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        return switch (request.getURI().getRawPath()) {
            case CODES -> codes(exchange, chain);
            case OPERATORS ->
                spendAddress("operators", request, settings.get()).then(Mono.defer(() -> chain.filter(exchange)));
            default -> chain.filter(exchange);
        };
    }

    private Mono<Void> codes(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        CodeLimitSettings now = settings.get();
        return spendAddress("codes", request, now)
                .then(Mono.defer(() -> body(request)))
                .flatMap(body -> spendPhone(body, now)
                        .then(Mono.defer(() -> chain.filter(exchange.mutate()
                                .request(withBody(exchange, body))
                                .build()))));
    }

    private Mono<Void> spendAddress(String what, ServerHttpRequest request, CodeLimitSettings now) {
        return spend(what + ":address:" + Subnets.of(addresses.of(request)), now.address(), now.timeout());
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY)
                .map(CodeLimit::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerHttpRequest withBody(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> body.length == 0
                        ? Flux.empty()
                        : Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }

    private Mono<Void> spendPhone(byte[] body, CodeLimitSettings now) {
        String phone = PhoneInBody.find(body);
        return phone == null ? Mono.empty() : spend("codes:phone:" + digest(phone), now.phone(), now.timeout());
    }

    private Mono<Void> spend(String subject, CodeLimitSettings.Rate rate, Duration timeout) {
        return rates.spend(subject, rate)
                .timeout(timeout)
                .onErrorResume(failure -> {
                    warn(failure);
                    return Mono.just(Duration.ZERO);
                })
                .flatMap(wait -> wait.isZero()
                        ? Mono.<Void>empty()
                        : Mono.error(Problem.of(HttpStatus.TOO_MANY_REQUESTS)
                                .after(wait)
                                .refusal()));
    }

    private void warn(Throwable failure) {
        uncounted.increment();
        long now = System.nanoTime();
        long last = lastWarning.get();
        if (now - last >= WARN_EVERY_NANOS && lastWarning.compareAndSet(last, now)) {
            log.warn("Codes and operators' sign-ins are not limited: Redis does not count: {}", failure.toString());
        }
    }

    /** No phone number stands in a key. */
    private static String digest(String phone) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(phone.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
