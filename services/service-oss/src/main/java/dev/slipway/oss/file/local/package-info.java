/** Files in a local directory. */
@NullMarked
package dev.slipway.oss.file.local;

import org.jspecify.annotations.NullMarked;
