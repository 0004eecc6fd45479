/** What a description says as a whole: every value that holds, where it comes from, and what its key means. */
@NullMarked
package dev.slipway.platform.explain;

import org.jspecify.annotations.NullMarked;
