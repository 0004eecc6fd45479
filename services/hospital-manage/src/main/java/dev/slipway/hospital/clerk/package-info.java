/** The hospital's clerks and how they sign in. */
@NullMarked
package dev.slipway.hospital.clerk;

import org.jspecify.annotations.NullMarked;
