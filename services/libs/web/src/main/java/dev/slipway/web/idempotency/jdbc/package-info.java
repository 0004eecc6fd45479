/** Answers of create calls in MySQL. */
@NullMarked
package dev.slipway.web.idempotency.jdbc;

import org.jspecify.annotations.NullMarked;
