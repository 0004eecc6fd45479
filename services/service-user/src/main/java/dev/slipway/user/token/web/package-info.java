/** The public key set, and the operator's call to rotate. */
@NullMarked
package dev.slipway.user.token.web;

import org.jspecify.annotations.NullMarked;
