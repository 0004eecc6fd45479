/** Sends short messages that other services asked for. */
@NullMarked
package dev.slipway.sms;

import org.jspecify.annotations.NullMarked;
