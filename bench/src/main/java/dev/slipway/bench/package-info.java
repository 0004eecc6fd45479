/** What the benchmarks share. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
