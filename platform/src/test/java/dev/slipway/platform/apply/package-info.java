/** Tests of the engine against a real API server with simulated nodes. */
@NullMarked
package dev.slipway.platform.apply;

import org.jspecify.annotations.NullMarked;
