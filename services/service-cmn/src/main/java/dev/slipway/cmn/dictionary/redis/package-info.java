/** Cached reads of dictionary entries in Redis. */
@NullMarked
package dev.slipway.cmn.dictionary.redis;

import org.jspecify.annotations.NullMarked;
