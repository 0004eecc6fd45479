package dev.slipway.gateway.problem;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.SplittableRandom;
import org.springframework.http.HttpStatus;

/**
 * Makes a problem of the empty error the server itself answers before any filter has seen the request (a request
 * line or headers too long, a request that cannot be parsed). Every other answer carries a trace id by now.
 */
@ChannelHandler.Sharable
final class BareAnswers extends ChannelOutboundHandlerAdapter {
    private static final String TRACE = "X-Trace-Id";

    private final UnseenCalls calls;

    BareAnswers(UnseenCalls calls) {
        this.calls = calls;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean bare = message instanceof FullHttpResponse answer
                && answer.status().code() >= 400
                && !answer.content().isReadable()
                && !answer.headers().contains(TRACE);
        context.write(bare ? problem((FullHttpResponse) message) : message, promise);
    }

    private FullHttpResponse problem(FullHttpResponse bare) {
        HttpStatus status = HttpStatus.resolve(bare.status().code());
        String trace = traceId();
        calls.answered(bare.status().code(), trace);
        Problem problem = Problem.of(status == null ? HttpStatus.BAD_REQUEST : status);
        ByteBuf body = Unpooled.wrappedBuffer(ProblemWriter.body(problem, "/", trace));
        FullHttpResponse answer = bare.replace(body);
        bare.release();
        answer.headers().set(TRACE, trace);
        answer.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
        answer.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return answer;
    }

    /** Nothing to trace: no filter has run. It still tells one complaint from another. */
    private static String traceId() {
        SplittableRandom random = new SplittableRandom();
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}
