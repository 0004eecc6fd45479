/** Tests of what is shown to people. */
@NullMarked
package dev.slipway.platform.report;

import org.jspecify.annotations.NullMarked;
