/** How often a sign-in code may be asked for, by phone and by address. */
@NullMarked
package dev.slipway.gateway.limit;

import org.jspecify.annotations.NullMarked;
