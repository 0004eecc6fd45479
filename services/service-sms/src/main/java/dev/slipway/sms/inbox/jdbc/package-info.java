/** The inbox in the database. */
@NullMarked
package dev.slipway.sms.inbox.jdbc;

import org.jspecify.annotations.NullMarked;
