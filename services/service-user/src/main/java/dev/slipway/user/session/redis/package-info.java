/** The revocation list that the gateway reads. */
@NullMarked
package dev.slipway.user.session.redis;

import org.jspecify.annotations.NullMarked;
