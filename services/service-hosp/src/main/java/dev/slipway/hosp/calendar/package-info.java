/** The days on which a department can be booked. */
@NullMarked
package dev.slipway.hosp.calendar;

import org.jspecify.annotations.NullMarked;
