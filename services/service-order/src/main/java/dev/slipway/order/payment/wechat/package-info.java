/** WeChat Pay, native payment, version 3 of its interface. */
@NullMarked
package dev.slipway.order.payment.wechat;

import org.jspecify.annotations.NullMarked;
