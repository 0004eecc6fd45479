/** Tests of the calendar. */
@NullMarked
package dev.slipway.hosp.calendar;

import org.jspecify.annotations.NullMarked;
