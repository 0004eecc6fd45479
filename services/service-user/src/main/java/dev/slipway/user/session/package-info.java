/** Sign-in sessions: token pairs, refresh with reuse detection, sign-out and revocation. */
@NullMarked
package dev.slipway.user.session;

import org.jspecify.annotations.NullMarked;
