/** The outbox as a table of MySQL or MariaDB. */
@NullMarked
package dev.slipway.messaging.outbox.jdbc;

import org.jspecify.annotations.NullMarked;
