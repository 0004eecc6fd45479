/** What is known of each appointment, and the counts that follow from it. */
@NullMarked
package dev.slipway.statistics.appointment;

import org.jspecify.annotations.NullMarked;
