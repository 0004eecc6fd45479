/** Tests of the dictionary's client. */
@NullMarked
package dev.slipway.hosp.dictionary;

import org.jspecify.annotations.NullMarked;
