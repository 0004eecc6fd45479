/** The typed description of an environment ({@code deploy/<env>/platform.yaml}), its loader and its rules. */
@NullMarked
package dev.slipway.platform.spec;

import org.jspecify.annotations.NullMarked;
