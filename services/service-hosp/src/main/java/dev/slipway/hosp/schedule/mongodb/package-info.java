/** Schedules as documents. */
@NullMarked
package dev.slipway.hosp.schedule.mongodb;

import org.jspecify.annotations.NullMarked;
