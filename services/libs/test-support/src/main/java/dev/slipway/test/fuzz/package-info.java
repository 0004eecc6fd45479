/** Schema-driven fuzzing of a service by its own OpenAPI document. */
@NullMarked
package dev.slipway.test.fuzz;

import org.jspecify.annotations.NullMarked;
