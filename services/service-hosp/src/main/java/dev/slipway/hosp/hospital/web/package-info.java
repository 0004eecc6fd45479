/** Hospitals over HTTP: for patients, for operators, and for the hospitals themselves. */
@NullMarked
package dev.slipway.hosp.hospital.web;

import org.jspecify.annotations.NullMarked;
