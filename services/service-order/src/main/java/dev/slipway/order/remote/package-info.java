/** Calls to systems that are not ours. */
@NullMarked
package dev.slipway.order.remote;

import org.jspecify.annotations.NullMarked;
