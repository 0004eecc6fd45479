/** Counts for service-statistics. */
@NullMarked
package dev.slipway.order.statistics.web;

import org.jspecify.annotations.NullMarked;
