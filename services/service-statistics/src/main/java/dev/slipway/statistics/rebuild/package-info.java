/** The counts made anew from the appointments themselves. */
@NullMarked
package dev.slipway.statistics.rebuild;

import org.jspecify.annotations.NullMarked;
