/** Patients as rows. */
@NullMarked
package dev.slipway.user.patient.jdbc;

import org.jspecify.annotations.NullMarked;
