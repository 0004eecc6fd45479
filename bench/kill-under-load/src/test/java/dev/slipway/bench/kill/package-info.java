/** The whole stack, from built jars, under load: processes are killed, and instances come and go. */
@NullMarked
package dev.slipway.bench.kill;

import org.jspecify.annotations.NullMarked;
