/** Access tokens: keys, check, and the internal identity made of them. */
@NullMarked
package dev.slipway.gateway.token;

import org.jspecify.annotations.NullMarked;
