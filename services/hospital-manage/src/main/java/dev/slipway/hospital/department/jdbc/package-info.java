/** Departments as rows. */
@NullMarked
package dev.slipway.hospital.department.jdbc;

import org.jspecify.annotations.NullMarked;
