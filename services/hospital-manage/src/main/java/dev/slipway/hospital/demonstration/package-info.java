/** Two hospitals to try the platform with, under the profiles local and dev. */
@NullMarked
package dev.slipway.hospital.demonstration;

import org.jspecify.annotations.NullMarked;
