/** The inbox in Redis. */
@NullMarked
package dev.slipway.sms.inbox.redis;

import org.jspecify.annotations.NullMarked;
