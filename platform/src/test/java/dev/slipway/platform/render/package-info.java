/** Tests of rendering. */
@NullMarked
package dev.slipway.platform.render;

import org.jspecify.annotations.NullMarked;
