/** HTTP of the rebuild, for operators. */
@NullMarked
package dev.slipway.statistics.rebuild.web;

import org.jspecify.annotations.NullMarked;
