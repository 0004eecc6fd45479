/** What would go wrong with an apply, told before anything is written: pure rules over the rendering and the cluster. */
@NullMarked
package dev.slipway.platform.prediction;

import org.jspecify.annotations.NullMarked;
