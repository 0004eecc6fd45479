/** Settings that can change while the gateway runs. */
@NullMarked
package dev.slipway.gateway.settings;

import org.jspecify.annotations.NullMarked;
