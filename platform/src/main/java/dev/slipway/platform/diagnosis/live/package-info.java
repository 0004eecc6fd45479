/** Reads from a cluster what the rules need to say why an environment is not ready; changes nothing. */
@NullMarked
package dev.slipway.platform.diagnosis.live;

import org.jspecify.annotations.NullMarked;
