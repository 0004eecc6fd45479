/** Removal of old rows. */
@NullMarked
package dev.slipway.user.retention.jdbc;

import org.jspecify.annotations.NullMarked;
