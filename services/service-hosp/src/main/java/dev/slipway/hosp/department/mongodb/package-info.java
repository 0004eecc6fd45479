/** Departments as documents. */
@NullMarked
package dev.slipway.hosp.department.mongodb;

import org.jspecify.annotations.NullMarked;
