/** Explanations of small descriptions and of the committed ones. */
@NullMarked
package dev.slipway.platform.explain;

import org.jspecify.annotations.NullMarked;
