/** What a hospital says of itself, and when it lets patients book. */
@NullMarked
package dev.slipway.hospital.profile;

import org.jspecify.annotations.NullMarked;
