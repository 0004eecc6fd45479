/** Files, who may have them, and what they may be. */
@NullMarked
package dev.slipway.oss.file;

import org.jspecify.annotations.NullMarked;
