/** Failures that a test or a demonstration can order: late, wrong, lost and refused answers. */
@NullMarked
package dev.slipway.hospital.failure;

import org.jspecify.annotations.NullMarked;
