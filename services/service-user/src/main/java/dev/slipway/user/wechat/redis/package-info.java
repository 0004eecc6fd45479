/** States and binding tokens, each good for one use. */
@NullMarked
package dev.slipway.user.wechat.redis;

import org.jspecify.annotations.NullMarked;
