/** Entries of dictionaries: read through a cache, edited one at a time. */
@NullMarked
package dev.slipway.cmn.dictionary;

import org.jspecify.annotations.NullMarked;
