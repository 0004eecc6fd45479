/** Paths that could be read in two ways are refused before anything is decided by them. */
@NullMarked
package dev.slipway.gateway.path;

import org.jspecify.annotations.NullMarked;
