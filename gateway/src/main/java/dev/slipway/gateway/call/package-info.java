/** What is known of the call at hand: its trace, its caller, its address, its line in the log. */
@NullMarked
package dev.slipway.gateway.call;

import org.jspecify.annotations.NullMarked;
