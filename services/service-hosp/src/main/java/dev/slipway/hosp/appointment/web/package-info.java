/** What hospitals tell of appointments over HTTP. */
@NullMarked
package dev.slipway.hosp.appointment.web;

import org.jspecify.annotations.NullMarked;
