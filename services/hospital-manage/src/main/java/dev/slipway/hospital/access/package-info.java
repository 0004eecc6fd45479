/** Who may call what: the platform by its signature, clerks by their sign-in. */
@NullMarked
package dev.slipway.hospital.access;

import org.jspecify.annotations.NullMarked;
