/** The embedded provider: messages that a developer can read instead of a telephone. */
@NullMarked
package dev.slipway.sms.inbox;

import org.jspecify.annotations.NullMarked;
