/** Tests of the verdicts about objects. */
@NullMarked
package dev.slipway.platform.readiness;

import org.jspecify.annotations.NullMarked;
