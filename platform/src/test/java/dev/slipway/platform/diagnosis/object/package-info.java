/** Tests of the verdicts about objects. */
@NullMarked
package dev.slipway.platform.diagnosis.object;

import org.jspecify.annotations.NullMarked;
