/** From a description to the objects of its cluster: pure, sorted, the same bytes each time. */
@NullMarked
package dev.slipway.platform.render;

import org.jspecify.annotations.NullMarked;
