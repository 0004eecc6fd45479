/** All dictionaries as one sheet: written to and read from xlsx files in bounded memory. */
@NullMarked
package dev.slipway.cmn.workbook;

import org.jspecify.annotations.NullMarked;
