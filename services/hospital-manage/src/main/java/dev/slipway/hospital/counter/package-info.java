/** What a clerk does for one patient: tells the platform first, then writes it down. */
@NullMarked
package dev.slipway.hospital.counter;

import org.jspecify.annotations.NullMarked;
