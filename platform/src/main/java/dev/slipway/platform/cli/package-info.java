/** The commands of {@code slipway}: one class a command, parsed by picocli, printing through the console. */
@NullMarked
package dev.slipway.platform.cli;

import org.jspecify.annotations.NullMarked;
