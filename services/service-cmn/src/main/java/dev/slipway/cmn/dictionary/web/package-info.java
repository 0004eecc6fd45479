/** HTTP of dictionary entries. */
@NullMarked
package dev.slipway.cmn.dictionary.web;

import org.jspecify.annotations.NullMarked;
