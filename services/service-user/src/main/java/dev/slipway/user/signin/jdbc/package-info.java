/** Sign-in records as rows. */
@NullMarked
package dev.slipway.user.signin.jdbc;

import org.jspecify.annotations.NullMarked;
