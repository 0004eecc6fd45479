/** Two hospitals that a stack of the profiles local and dev has from its start. */
@NullMarked
package dev.slipway.hosp.demonstration;

import org.jspecify.annotations.NullMarked;
