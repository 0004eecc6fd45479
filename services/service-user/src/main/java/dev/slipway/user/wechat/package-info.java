/** WeChat sign-in: accounts at the provider, states and binding tokens. */
@NullMarked
package dev.slipway.user.wechat;

import org.jspecify.annotations.NullMarked;
