/** Tests of the checks of a machine. */
@NullMarked
package dev.slipway.platform.doctor;

import org.jspecify.annotations.NullMarked;
