/** Each requested message reaches the provider once. */
@NullMarked
package dev.slipway.sms.delivery;

import org.jspecify.annotations.NullMarked;
