/** Bulk reads and writes of dictionary entries in MySQL. */
@NullMarked
package dev.slipway.cmn.workbook.jdbc;

import org.jspecify.annotations.NullMarked;
