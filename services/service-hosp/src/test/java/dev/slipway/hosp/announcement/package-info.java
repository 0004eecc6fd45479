/** Tests of the announcements. */
@NullMarked
package dev.slipway.hosp.announcement;

import org.jspecify.annotations.NullMarked;
