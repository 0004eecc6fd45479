/** Sessions of doctors and how many of their numbers are taken. */
@NullMarked
package dev.slipway.hospital.schedule;

import org.jspecify.annotations.NullMarked;
