/** Numbers that were given out as rows. */
@NullMarked
package dev.slipway.hospital.counter.jdbc;

import org.jspecify.annotations.NullMarked;
