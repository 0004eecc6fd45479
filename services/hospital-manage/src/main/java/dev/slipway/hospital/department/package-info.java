/** The tree of a hospital's departments. */
@NullMarked
package dev.slipway.hospital.department;

import org.jspecify.annotations.NullMarked;
