/** What goes on beside the calls. */
@NullMarked
package dev.slipway.gateway.background;

import org.jspecify.annotations.NullMarked;
