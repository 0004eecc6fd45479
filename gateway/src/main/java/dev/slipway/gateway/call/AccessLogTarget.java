package dev.slipway.gateway.call;

import java.io.OutputStream;

/** Where the access log goes, when not to standard output. */
@FunctionalInterface
public interface AccessLogTarget {
    OutputStream open();
}
