/** How instants are kept in the database. */
@NullMarked
package dev.slipway.hospital.time;

import org.jspecify.annotations.NullMarked;
