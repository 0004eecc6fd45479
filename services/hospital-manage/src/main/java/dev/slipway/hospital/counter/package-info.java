/** What a clerk does for one patient, with the platform's consent. */
@NullMarked
package dev.slipway.hospital.counter;

import org.jspecify.annotations.NullMarked;
