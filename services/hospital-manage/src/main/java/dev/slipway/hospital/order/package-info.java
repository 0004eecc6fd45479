/** Orders that the platform submits: admitted once a number, or refused with a reason. */
@NullMarked
package dev.slipway.hospital.order;

import org.jspecify.annotations.NullMarked;
