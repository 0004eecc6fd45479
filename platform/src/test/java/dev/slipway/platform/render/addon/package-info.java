/** Add-ons: their objects, and the switches of each. */
@NullMarked
package dev.slipway.platform.render.addon;

import org.jspecify.annotations.NullMarked;
