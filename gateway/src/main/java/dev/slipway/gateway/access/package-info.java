/** Who may call which path; what is not public needs a token. */
@NullMarked
package dev.slipway.gateway.access;

import org.jspecify.annotations.NullMarked;
