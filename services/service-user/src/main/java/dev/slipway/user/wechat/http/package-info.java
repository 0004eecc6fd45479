/** The real provider over HTTP. */
@NullMarked
package dev.slipway.user.wechat.http;

import org.jspecify.annotations.NullMarked;
