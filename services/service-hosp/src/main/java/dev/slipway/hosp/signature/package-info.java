/** Judges the signatures of hospitals. */
@NullMarked
package dev.slipway.hosp.signature;

import org.jspecify.annotations.NullMarked;
