/** Tests of what the causes are called. */
@NullMarked
package dev.slipway.platform.diagnosis;

import org.jspecify.annotations.NullMarked;
