/** HTTP of the counts, for operators. */
@NullMarked
package dev.slipway.statistics.appointment.web;

import org.jspecify.annotations.NullMarked;
