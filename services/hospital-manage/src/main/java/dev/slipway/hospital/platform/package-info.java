/** What a hospital tells the platform, each call signed. */
@NullMarked
package dev.slipway.hospital.platform;

import org.jspecify.annotations.NullMarked;
