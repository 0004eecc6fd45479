/** Turns stores that are away into problems. */
@NullMarked
package dev.slipway.hosp.problem.web;

import org.jspecify.annotations.NullMarked;
