/** Problems of this service that no controller can foresee. */
@NullMarked
package dev.slipway.hosp.problem;

import org.jspecify.annotations.NullMarked;
