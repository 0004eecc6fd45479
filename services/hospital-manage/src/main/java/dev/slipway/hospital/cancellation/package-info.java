/** Sessions that do not take place: their orders are cancelled and the platform is told. */
@NullMarked
package dev.slipway.hospital.cancellation;

import org.jspecify.annotations.NullMarked;
