/** What an environment consists of on its cluster: made by {@code render}, read by the engine; no cluster is asked here. */
@NullMarked
package dev.slipway.platform.manifest;

import org.jspecify.annotations.NullMarked;
