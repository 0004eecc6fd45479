/** How many appointments there are, per hospital and visit date. */
@NullMarked
package dev.slipway.statistics;

import org.jspecify.annotations.NullMarked;
