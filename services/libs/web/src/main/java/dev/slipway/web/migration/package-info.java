/** Schemas that a killed service leaves half made. */
@NullMarked
package dev.slipway.web.migration;

import org.jspecify.annotations.NullMarked;
