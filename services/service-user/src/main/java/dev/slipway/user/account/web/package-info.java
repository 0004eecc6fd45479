/** The signed-in user's own account. */
@NullMarked
package dev.slipway.user.account.web;

import org.jspecify.annotations.NullMarked;
