/** When a component is usable, asked the way that its users ask it. */
@NullMarked
package dev.slipway.platform.stack.readiness;

import org.jspecify.annotations.NullMarked;
