/** Configuration that follows Nacos while the service runs: accepted whole, or refused whole and reported. */
@NullMarked
package dev.slipway.web.live;

import org.jspecify.annotations.NullMarked;
