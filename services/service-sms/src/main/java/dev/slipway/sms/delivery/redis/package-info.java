/** Claims and results of deliveries. */
@NullMarked
package dev.slipway.sms.delivery.redis;

import org.jspecify.annotations.NullMarked;
