/** Tests of configuration that follows Nacos. */
@NullMarked
package dev.slipway.web.live;

import org.jspecify.annotations.NullMarked;
