/** Signatures of hospitals. */
@NullMarked
package dev.slipway.security.signature;

import org.jspecify.annotations.NullMarked;
