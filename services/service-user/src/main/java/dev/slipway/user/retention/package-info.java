/** Removal of what nobody needs any more. */
@NullMarked
package dev.slipway.user.retention;

import org.jspecify.annotations.NullMarked;
