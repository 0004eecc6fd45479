/** Phone numbers that can receive a code. */
@NullMarked
package dev.slipway.user.phone;

import org.jspecify.annotations.NullMarked;
