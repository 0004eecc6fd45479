/** Batches of items, each judged by itself. */
@NullMarked
package dev.slipway.hosp.upload;

import org.jspecify.annotations.NullMarked;
