package dev.slipway.gateway.problem;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.Exceptions;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Which problem a failure is to the caller. */
final class Failures {
    private Failures() {}

    /** Null when the failure is not an expected one: the caller is told 500, and the log why. */
    static @Nullable Problem expected(Throwable thrown) {
        Throwable failure = Exceptions.unwrap(thrown);
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (failure instanceof ResponseStatusException status) {
            return ofStatus(status);
        }
        BlockException block = blockIn(failure);
        return block != null ? ofBlock(block) : ofInputOutput(failure);
    }

    private static @Nullable Problem ofStatus(ResponseStatusException failure) {
        HttpStatus status = HttpStatus.resolve(failure.getStatusCode().value());
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return null;
        }
        return switch (status) {
            case SERVICE_UNAVAILABLE -> unavailable();
            default -> Problem.of(status);
        };
    }

    private static Problem ofBlock(BlockException block) {
        if (block instanceof DegradeException degrade) {
            return Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "circuit-open",
                            "The service fails too often and is given a rest.")
                    .after(Duration.ofSeconds(Math.max(1, degrade.getRule().getTimeWindow())));
        }
        long seconds = block instanceof ParamFlowException flow && flow.getRule() != null
                ? flow.getRule().getDurationInSec()
                : 1;
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS).after(Duration.ofSeconds(Math.max(1, seconds)));
    }

    private static @Nullable BlockException blockIn(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BlockException block) {
                return block;
            }
        }
        return null;
    }

    private static @Nullable Problem ofInputOutput(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof PoolAcquireTimeoutException) {
            return unavailable();
        }
        if (failure instanceof ReadTimeoutException) {
            return Problem.of(HttpStatus.GATEWAY_TIMEOUT);
        }
        if (failure instanceof DataBufferLimitException) {
            return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        if (failure instanceof IOException || failure instanceof AbortedException) {
            return Problem.of(HttpStatus.BAD_GATEWAY);
        }
        return null;
    }

    private static Problem unavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE).after(Duration.ofSeconds(1));
    }
}
