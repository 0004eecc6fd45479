/** Schedules as rows; one conditional update decides who gets a number. */
@NullMarked
package dev.slipway.hospital.schedule.jdbc;

import org.jspecify.annotations.NullMarked;
