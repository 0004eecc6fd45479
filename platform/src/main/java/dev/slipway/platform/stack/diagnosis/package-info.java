/** Why a component does not run: pure rules over what it wrote and how it ended. */
@NullMarked
package dev.slipway.platform.stack.diagnosis;

import org.jspecify.annotations.NullMarked;
