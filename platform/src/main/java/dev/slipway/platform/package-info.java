/** The entry point of the platform's command line, wired by hand. */
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;
