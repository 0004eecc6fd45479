/** Sign-in codes, kept only as keyed hashes. */
@NullMarked
package dev.slipway.user.signin.redis;

import org.jspecify.annotations.NullMarked;
