/** Operators and failed attempts as rows. */
@NullMarked
package dev.slipway.user.operator.jdbc;

import org.jspecify.annotations.NullMarked;
