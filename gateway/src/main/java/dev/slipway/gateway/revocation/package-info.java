/** Tokens that are dead before they expire. */
@NullMarked
package dev.slipway.gateway.revocation;

import org.jspecify.annotations.NullMarked;
