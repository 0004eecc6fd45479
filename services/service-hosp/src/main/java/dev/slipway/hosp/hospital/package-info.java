/** Hospitals as patients see them, and the rule by which their schedules may be booked. */
@NullMarked
package dev.slipway.hosp.hospital;

import org.jspecify.annotations.NullMarked;
