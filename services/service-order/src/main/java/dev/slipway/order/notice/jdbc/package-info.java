/** Notices in the database. */
@NullMarked
package dev.slipway.order.notice.jdbc;

import org.jspecify.annotations.NullMarked;
