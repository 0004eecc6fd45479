/** Used nonces as rows. */
@NullMarked
package dev.slipway.hospital.access.jdbc;

import org.jspecify.annotations.NullMarked;
