/** Sessions, refresh tokens and pending revocations as rows. */
@NullMarked
package dev.slipway.user.session.jdbc;

import org.jspecify.annotations.NullMarked;
