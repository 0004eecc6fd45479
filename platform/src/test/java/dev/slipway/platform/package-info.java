/** Tests of the command line as a whole. */
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
