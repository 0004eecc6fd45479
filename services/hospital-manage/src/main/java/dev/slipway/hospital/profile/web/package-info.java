/** Pages of the hospitals. */
@NullMarked
package dev.slipway.hospital.profile.web;

import org.jspecify.annotations.NullMarked;
