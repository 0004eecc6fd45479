/** The trace id that every answer carries. */
@NullMarked
package dev.slipway.web.trace;

import org.jspecify.annotations.NullMarked;
