/** Operators of the platform and their passwords. */
@NullMarked
package dev.slipway.user.operator;

import org.jspecify.annotations.NullMarked;
