/** How long the local stack takes to come up, against the same processes started without any order or help. */
@NullMarked
package dev.slipway.bench.startup;

import org.jspecify.annotations.NullMarked;
