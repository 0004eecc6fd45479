/** Nacos as one process of the local stack, reachable from this machine only. */
@NullMarked
package dev.slipway.local.nacos;

import org.jspecify.annotations.NullMarked;
