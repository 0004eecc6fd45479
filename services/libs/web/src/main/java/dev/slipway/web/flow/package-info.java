/** Sentinel's rules at the calls of a servlet service. */
@NullMarked
package dev.slipway.web.flow;

import org.jspecify.annotations.NullMarked;
