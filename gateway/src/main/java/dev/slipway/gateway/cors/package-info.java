/** Which other origins' pages may call. */
@NullMarked
package dev.slipway.gateway.cors;

import org.jspecify.annotations.NullMarked;
