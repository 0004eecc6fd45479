/** Tests of what is foreseen before an apply. */
@NullMarked
package dev.slipway.platform.prediction;

import org.jspecify.annotations.NullMarked;
