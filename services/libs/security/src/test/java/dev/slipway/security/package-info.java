/** Rules that the whole library keeps. */
@NullMarked
package dev.slipway.security;

import org.jspecify.annotations.NullMarked;
