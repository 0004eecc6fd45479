/** The MongoDB database of hospitals, departments and schedules as a whole. */
@NullMarked
package dev.slipway.hosp.catalogue;

import org.jspecify.annotations.NullMarked;
