/** Clerks and their attempts to sign in as rows. */
@NullMarked
package dev.slipway.hospital.clerk.jdbc;

import org.jspecify.annotations.NullMarked;
