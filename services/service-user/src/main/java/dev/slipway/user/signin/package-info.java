/** Signing in by code, by password and by WeChat. */
@NullMarked
package dev.slipway.user.signin;

import org.jspecify.annotations.NullMarked;
