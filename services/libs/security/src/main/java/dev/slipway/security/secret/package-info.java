/** Secrets a service can't do without, and data encrypted with them. */
@NullMarked
package dev.slipway.security.secret;

import org.jspecify.annotations.NullMarked;
