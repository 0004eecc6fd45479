/** Pages of the sessions. */
@NullMarked
package dev.slipway.hospital.schedule.web;

import org.jspecify.annotations.NullMarked;
