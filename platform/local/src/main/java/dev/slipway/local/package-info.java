/**
 * The middleware of the local stack and of the tests: what to prepare, which process to run and how to tell that it is
 * usable. Starting and stopping processes is the caller's.
 */
@NullMarked
package dev.slipway.local;

import org.jspecify.annotations.NullMarked;
