/** Tests of the diagnosis of a live cluster. */
@NullMarked
package dev.slipway.platform.diagnosis.live;

import org.jspecify.annotations.NullMarked;
