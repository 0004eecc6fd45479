/** Signed calls to a hospital's own system. */
@NullMarked
package dev.slipway.order.hospital;

import org.jspecify.annotations.NullMarked;
