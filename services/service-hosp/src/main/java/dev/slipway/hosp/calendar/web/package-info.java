/** The booking calendar over HTTP. */
@NullMarked
package dev.slipway.hosp.calendar.web;

import org.jspecify.annotations.NullMarked;
