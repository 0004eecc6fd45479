/** The secrets of one stack: generated once, kept in one private file, handed to each service as files of its own. */
@NullMarked
package dev.slipway.platform.secrets;

import org.jspecify.annotations.NullMarked;
