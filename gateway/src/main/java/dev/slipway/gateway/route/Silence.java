package dev.slipway.gateway.route;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection to a service that owes an answer, or the rest of one, and is silent for longer than the timeout;
 * the call on it fails with {@link ReadTimeoutException}. Its timer is left running from call to call, and looks when
 * it rings whether anybody waits: setting one and taking it back costs more than the rest of the watch.
 */
final class Silence extends ChannelDuplexHandler {
    private final long timeoutNanos;
    private boolean owed;
    private boolean watched;
    private long heardNanos;

    /** @param timeout from the request's last byte to the answer's first, and from each read to the next */
    Silence(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            owed = true;
            heardNanos = System.nanoTime();
            watch(context, timeoutNanos);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            owed = false;
        } else {
            heardNanos = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is never taken back
    private void watch(ChannelHandlerContext context, long nanos) {
        if (!watched) {
            watched = true;
            context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a dead connection
    private void look(ChannelHandlerContext context) {
        watched = false;
        if (!owed || !context.channel().isActive()) {
            return;
        }
        long left = timeoutNanos - (System.nanoTime() - heardNanos);
        if (left > 0) {
            watch(context, left);
        } else {
            owed = false;
            context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
            context.close();
        }
    }
}
