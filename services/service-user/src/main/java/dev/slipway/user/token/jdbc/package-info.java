/** Signing keys as rows, private parts encrypted. */
@NullMarked
package dev.slipway.user.token.jdbc;

import org.jspecify.annotations.NullMarked;
