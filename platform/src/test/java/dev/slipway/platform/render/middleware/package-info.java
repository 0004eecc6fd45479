/** What the middleware's objects promise. */
@NullMarked
package dev.slipway.platform.render.middleware;

import org.jspecify.annotations.NullMarked;
