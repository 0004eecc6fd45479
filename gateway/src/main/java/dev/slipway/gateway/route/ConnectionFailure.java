package dev.slipway.gateway.route;

import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;

/** How the connection to an instance failed. */
enum ConnectionFailure {
    /** No connection came about: nothing was sent. */
    REFUSED,
    /** The connection broke with the request on it: nobody knows how far the service came. */
    BROKEN;

    /** Null when the connection is not what failed. */
    static @Nullable ConnectionFailure of(Throwable thrown) {
        Throwable failure = Exceptions.unwrap(thrown);
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException) {
            return REFUSED;
        }
        // The last is no IOException: a kept connection whose end was seen between taking it and writing on it.
        boolean broken = failure instanceof PrematureCloseException
                || failure instanceof Errors.NativeIoException
                || failure instanceof IOException
                || failure instanceof AbortedException;
        return broken ? BROKEN : null;
    }
}
