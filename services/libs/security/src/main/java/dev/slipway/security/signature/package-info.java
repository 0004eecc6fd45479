/** Signed calls between the platform and a hospital: HMAC-SHA256 over a canonical form of the request. */
@NullMarked
package dev.slipway.security.signature;

import org.jspecify.annotations.NullMarked;
