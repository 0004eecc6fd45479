/** Brings an environment's objects onto its cluster: what to do, in which order, by one at a time, until all are ready. */
@NullMarked
package dev.slipway.platform.apply;

import org.jspecify.annotations.NullMarked;
