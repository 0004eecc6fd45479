/** The walk of a patient through a running stack, step by step, against any base address. */
@NullMarked
package dev.slipway.platform.smoke;

import org.jspecify.annotations.NullMarked;
