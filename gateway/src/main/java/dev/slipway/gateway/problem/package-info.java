/** Every failure a caller sees, as one RFC 9457 problem. */
@NullMarked
package dev.slipway.gateway.problem;

import org.jspecify.annotations.NullMarked;
