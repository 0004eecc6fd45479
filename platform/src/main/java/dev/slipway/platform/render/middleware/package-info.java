/** The objects of the middleware. */
@NullMarked
package dev.slipway.platform.render.middleware;

import org.jspecify.annotations.NullMarked;
