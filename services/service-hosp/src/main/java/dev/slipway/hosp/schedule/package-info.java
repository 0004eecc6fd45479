/** What a hospital offers: a doctor, a date and a session, with a number of places. */
@NullMarked
package dev.slipway.hosp.schedule;

import org.jspecify.annotations.NullMarked;
