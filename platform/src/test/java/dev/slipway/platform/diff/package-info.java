/** Tests of the comparison of objects. */
@NullMarked
package dev.slipway.platform.diff;

import org.jspecify.annotations.NullMarked;
