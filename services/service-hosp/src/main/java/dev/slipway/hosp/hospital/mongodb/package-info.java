/** Hospitals as documents. */
@NullMarked
package dev.slipway.hosp.hospital.mongodb;

import org.jspecify.annotations.NullMarked;
