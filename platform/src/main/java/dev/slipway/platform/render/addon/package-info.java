/** What an environment adds to its cluster, a composer each: storage, metrics, ways in, a dashboard, logs. */
@NullMarked
package dev.slipway.platform.render.addon;

import org.jspecify.annotations.NullMarked;
