/** What would change in an object, field by field; values of Secrets are never shown. */
@NullMarked
package dev.slipway.platform.diff;

import org.jspecify.annotations.NullMarked;
