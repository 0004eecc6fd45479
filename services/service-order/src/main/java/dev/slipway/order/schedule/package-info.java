/** The catalogue of schedules, read from service-hosp. */
@NullMarked
package dev.slipway.order.schedule;

import org.jspecify.annotations.NullMarked;
