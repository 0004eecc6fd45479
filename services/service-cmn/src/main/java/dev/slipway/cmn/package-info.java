/** The data dictionary: what the business calls things, as trees of entries. */
@NullMarked
package dev.slipway.cmn;

import org.jspecify.annotations.NullMarked;
