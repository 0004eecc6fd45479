/** What the platform has of a row, as columns. */
@NullMarked
package dev.slipway.hospital.platform.jdbc;

import org.jspecify.annotations.NullMarked;
