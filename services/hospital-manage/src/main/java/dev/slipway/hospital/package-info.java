/** The own system of hospitals that are booked through the platform: an application of its own with books of its own. */
@NullMarked
package dev.slipway.hospital;

import org.jspecify.annotations.NullMarked;
