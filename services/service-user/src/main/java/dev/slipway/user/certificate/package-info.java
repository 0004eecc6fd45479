/** Identity documents and their rules. */
@NullMarked
package dev.slipway.user.certificate;

import org.jspecify.annotations.NullMarked;
