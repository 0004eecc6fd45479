/** Orders as rows; certificate numbers are encrypted. */
@NullMarked
package dev.slipway.hospital.order.jdbc;

import org.jspecify.annotations.NullMarked;
