/** Tests of the booking rule. */
@NullMarked
package dev.slipway.hosp.hospital;

import org.jspecify.annotations.NullMarked;
