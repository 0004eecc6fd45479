/** Tests of the walk through a running stack. */
@NullMarked
package dev.slipway.platform.smoke;

import org.jspecify.annotations.NullMarked;
