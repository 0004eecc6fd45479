/** Patients that a user books for. */
@NullMarked
package dev.slipway.user.patient;

import org.jspecify.annotations.NullMarked;
