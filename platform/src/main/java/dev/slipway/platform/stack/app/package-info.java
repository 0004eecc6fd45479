/** Java programs made quick to start: unpacked once, with a cache that the JVM maps instead of loading classes. */
@NullMarked
package dev.slipway.platform.stack.app;

import org.jspecify.annotations.NullMarked;
