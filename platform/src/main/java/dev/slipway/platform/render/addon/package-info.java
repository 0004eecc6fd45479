/** The objects of the add-ons. */
@NullMarked
package dev.slipway.platform.render.addon;

import org.jspecify.annotations.NullMarked;
