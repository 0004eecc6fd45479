/** How fast the platform renders descriptions and applies them. */
@NullMarked
package dev.slipway.bench.platform;

import org.jspecify.annotations.NullMarked;
