/** Accounts as rows. */
@NullMarked
package dev.slipway.user.account.jdbc;

import org.jspecify.annotations.NullMarked;
