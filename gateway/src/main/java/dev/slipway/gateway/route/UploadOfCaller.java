package dev.slipway.gateway.route;

import dev.slipway.gateway.problem.Problem;
import dev.slipway.gateway.problem.Refusal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * The body as its caller sends it. When it breaks off, the caller's connection has failed: in the same words as the
 * instance's would, and while it is being sent there, but the instance has no part in it.
 */
final class UploadOfCaller extends ServerHttpRequestDecorator {
    private static final Problem BROKEN_OFF =
            Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The request broke off.");

    private UploadOfCaller(ServerHttpRequest request) {
        super(request);
    }

    /** The exchange itself when nothing is uploaded. */
    static ServerWebExchange in(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        boolean none = headers.getContentLength() <= 0 && !headers.containsKey(HttpHeaders.TRANSFER_ENCODING);
        return none
                ? exchange
                : exchange.mutate()
                        .request(new UploadOfCaller(exchange.getRequest()))
                        .build();
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().onErrorMap(failure -> !(failure instanceof Refusal), failure -> BROKEN_OFF.refusal());
    }
}
