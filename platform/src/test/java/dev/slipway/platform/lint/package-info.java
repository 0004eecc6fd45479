/** Tests of the rules for objects. */
@NullMarked
package dev.slipway.platform.lint;

import org.jspecify.annotations.NullMarked;
