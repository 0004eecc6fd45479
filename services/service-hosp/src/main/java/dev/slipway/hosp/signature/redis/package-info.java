/** Nonces in Redis. */
@NullMarked
package dev.slipway.hosp.signature.redis;

import org.jspecify.annotations.NullMarked;
