/** Access tokens and the keys that sign them. */
@NullMarked
package dev.slipway.user.token;

import org.jspecify.annotations.NullMarked;
