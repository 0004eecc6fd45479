/** Tests of the description of an environment and its rules. */
@NullMarked
package dev.slipway.platform.spec;

import org.jspecify.annotations.NullMarked;
