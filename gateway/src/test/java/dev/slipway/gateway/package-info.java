/** The gateway as its callers meet it: over HTTP, with real Redis and small services behind it. */
@NullMarked
package dev.slipway.gateway;

import org.jspecify.annotations.NullMarked;
