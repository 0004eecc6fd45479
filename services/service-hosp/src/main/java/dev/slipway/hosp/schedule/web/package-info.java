/** Schedules over HTTP: for patients, for operators, for the hospitals themselves, and for service-order. */
@NullMarked
package dev.slipway.hosp.schedule.web;

import org.jspecify.annotations.NullMarked;
