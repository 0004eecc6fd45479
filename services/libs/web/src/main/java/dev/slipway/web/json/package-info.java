/** How JSON is read (strictly) and written. */
@NullMarked
package dev.slipway.web.json;

import org.jspecify.annotations.NullMarked;
