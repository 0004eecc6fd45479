/** The service that owns the appointments, asked over HTTP. */
@NullMarked
package dev.slipway.statistics.order;

import org.jspecify.annotations.NullMarked;
