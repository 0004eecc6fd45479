/** Dictionary entries and their generation in MySQL. */
@NullMarked
package dev.slipway.cmn.dictionary.jdbc;

import org.jspecify.annotations.NullMarked;
