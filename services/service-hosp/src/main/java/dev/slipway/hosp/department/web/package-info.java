/** Departments over HTTP: for patients, for operators, and for the hospitals themselves. */
@NullMarked
package dev.slipway.hosp.department.web;

import org.jspecify.annotations.NullMarked;
