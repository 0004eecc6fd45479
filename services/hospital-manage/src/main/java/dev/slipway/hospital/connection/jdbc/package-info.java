/** Connections and keys as rows; keys are encrypted. */
@NullMarked
package dev.slipway.hospital.connection.jdbc;

import org.jspecify.annotations.NullMarked;
