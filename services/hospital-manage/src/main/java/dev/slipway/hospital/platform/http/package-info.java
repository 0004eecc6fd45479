/** Signed calls to the platform over HTTP. */
@NullMarked
package dev.slipway.hospital.platform.http;

import org.jspecify.annotations.NullMarked;
