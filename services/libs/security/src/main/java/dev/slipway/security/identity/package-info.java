/** Who calls: the internal identity that the gateway vouches for, and what it may reach. */
@NullMarked
package dev.slipway.security.identity;

import org.jspecify.annotations.NullMarked;
