/** How things are said to whoever called: console, tables, machine-readable output, errors and exit codes. */
@NullMarked
package dev.slipway.platform.report;

import org.jspecify.annotations.NullMarked;
