/** Processes of the stack as the operating system has them: started in sessions of their own, told apart for certain. */
@NullMarked
package dev.slipway.platform.stack.process;

import org.jspecify.annotations.NullMarked;
