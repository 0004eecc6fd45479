/** States of appointments in MySQL. */
@NullMarked
package dev.slipway.statistics.appointment.jdbc;

import org.jspecify.annotations.NullMarked;
