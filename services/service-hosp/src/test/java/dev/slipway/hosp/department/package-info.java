/** Tests of the tree of departments. */
@NullMarked
package dev.slipway.hosp.department;

import org.jspecify.annotations.NullMarked;
