/** The logs of the components: kept small, read back, followed. */
@NullMarked
package dev.slipway.platform.stack.log;

import org.jspecify.annotations.NullMarked;
