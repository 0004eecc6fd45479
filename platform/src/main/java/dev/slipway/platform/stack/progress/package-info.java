/** What a person sees of a stack that comes up: a live tree on a terminal, plain lines elsewhere. */
@NullMarked
package dev.slipway.platform.stack.progress;

import org.jspecify.annotations.NullMarked;
