/** Keeps files that users upload. */
@NullMarked
package dev.slipway.oss;

import org.jspecify.annotations.NullMarked;
