/** The departments of each hospital, a tree. */
@NullMarked
package dev.slipway.hosp.department;

import org.jspecify.annotations.NullMarked;
