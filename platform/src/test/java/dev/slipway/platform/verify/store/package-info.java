/** Tests of reading the books, against real servers. */
@NullMarked
package dev.slipway.platform.verify.store;

import org.jspecify.annotations.NullMarked;
