/** What a hospital still has to be told. */
@NullMarked
package dev.slipway.order.notice;

import org.jspecify.annotations.NullMarked;
