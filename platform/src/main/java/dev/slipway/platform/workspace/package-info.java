/** Where things are: the checked-out sources, and the data directory of one stack. */
@NullMarked
package dev.slipway.platform.workspace;

import org.jspecify.annotations.NullMarked;
