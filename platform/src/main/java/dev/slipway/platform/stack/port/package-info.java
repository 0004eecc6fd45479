/** The ports of one stack: those of the description, or free ones that are remembered. */
@NullMarked
package dev.slipway.platform.stack.port;

import org.jspecify.annotations.NullMarked;
