/** Where failures are ordered; only under the profiles local, dev and test. */
@NullMarked
package dev.slipway.hospital.failure.web;

import org.jspecify.annotations.NullMarked;
