package dev.slipway.gateway.call;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Asks a kept connection for its next request once an answer is written. Reactor Netty 1.2.18 forgets to when a request
 * that waited for the answer before it is answered on the spot (a 404, say): the connection then hangs for ever, and
 * whoever sends on it waits. That is its issue 4361; this class goes with the version that has the repair.
 */
@ChannelHandler.Sharable
final class ReadOn extends ChannelOutboundHandlerAdapter {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (message instanceof LastHttpContent) {
            // After whatever runs now: a read that is asked for twice is one read.
            context.executor().execute(context::read);
        }
    }
}
