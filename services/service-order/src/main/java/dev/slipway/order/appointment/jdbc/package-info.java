/** Appointments in the database. */
@NullMarked
package dev.slipway.order.appointment.jdbc;

import org.jspecify.annotations.NullMarked;
