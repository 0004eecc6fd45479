/** The stack of this machine, made from its description: middleware and services as processes with all they need. */
@NullMarked
package dev.slipway.platform.stack.local;

import org.jspecify.annotations.NullMarked;
