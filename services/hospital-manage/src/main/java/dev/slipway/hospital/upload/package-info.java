/** Brings what a clerk changed to the platform. */
@NullMarked
package dev.slipway.hospital.upload;

import org.jspecify.annotations.NullMarked;
