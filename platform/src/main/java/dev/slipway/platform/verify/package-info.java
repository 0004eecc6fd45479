/** Whether the books of all services, of the hospitals and of the cashier agree with each other. */
@NullMarked
package dev.slipway.platform.verify;

import org.jspecify.annotations.NullMarked;
