/** Tests of the commands, each run in this process. */
@NullMarked
package dev.slipway.platform.cli;

import org.jspecify.annotations.NullMarked;
