/** HTTP of import and export. */
@NullMarked
package dev.slipway.cmn.workbook.web;

import org.jspecify.annotations.NullMarked;
