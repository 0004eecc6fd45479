/** Runs in MySQL. */
@NullMarked
package dev.slipway.task.run.jdbc;

import org.jspecify.annotations.NullMarked;
