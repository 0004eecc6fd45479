/** What service-statistics counts and rebuilds its counts from. */
@NullMarked
package dev.slipway.order.statistics;

import org.jspecify.annotations.NullMarked;
