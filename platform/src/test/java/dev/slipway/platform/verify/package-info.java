/** Tests of the rules over books that agree and books that do not. */
@NullMarked
package dev.slipway.platform.verify;

import org.jspecify.annotations.NullMarked;
