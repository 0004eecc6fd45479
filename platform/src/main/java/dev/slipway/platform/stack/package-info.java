/** The supervisor of the local stack: starts, watches and stops its processes. */
@NullMarked
package dev.slipway.platform.stack;

import org.jspecify.annotations.NullMarked;
