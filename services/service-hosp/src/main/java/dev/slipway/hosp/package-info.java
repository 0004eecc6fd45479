/** Hospitals, their departments and schedules, and what the platform has agreed on with each hospital. */
@NullMarked
package dev.slipway.hosp;

import org.jspecify.annotations.NullMarked;
