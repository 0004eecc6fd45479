/** Why an object of a cluster is not ready: pure rules over it, its pods, their events, claims and logs. */
@NullMarked
package dev.slipway.platform.diagnosis.object;

import org.jspecify.annotations.NullMarked;
