/** What a process does when it is told to end. */
@NullMarked
package dev.slipway.platform.shutdown;

import org.jspecify.annotations.NullMarked;
