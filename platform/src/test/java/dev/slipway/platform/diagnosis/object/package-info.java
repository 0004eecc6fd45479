/** Tests of the rules about objects that are not ready. */
@NullMarked
package dev.slipway.platform.diagnosis.object;

import org.jspecify.annotations.NullMarked;
