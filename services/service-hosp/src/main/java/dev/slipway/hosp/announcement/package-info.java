/** Tells the other services what has changed in the catalogue: at least once, after a crash too. */
@NullMarked
package dev.slipway.hosp.announcement;

import org.jspecify.annotations.NullMarked;
