/** Paging and item lists as the HTTP contract shapes them. */
@NullMarked
package dev.slipway.web.page;

import org.jspecify.annotations.NullMarked;
