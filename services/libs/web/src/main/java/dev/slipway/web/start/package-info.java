/** What is decided before the application context exists. */
@NullMarked
package dev.slipway.web.start;

import org.jspecify.annotations.NullMarked;
