/** Settings and shared parts of the wiring. */
@NullMarked
package dev.slipway.order.configuration;

import org.jspecify.annotations.NullMarked;
