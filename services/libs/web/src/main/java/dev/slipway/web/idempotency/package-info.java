/** Create calls that may be repeated with the same key. */
@NullMarked
package dev.slipway.web.idempotency;

import org.jspecify.annotations.NullMarked;
