/** Hospitals as rows. */
@NullMarked
package dev.slipway.hospital.profile.jdbc;

import org.jspecify.annotations.NullMarked;
