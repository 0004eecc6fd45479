/** What happens by the clock: triggers from service-task, and sweeps that repair what a crash left. */
@NullMarked
package dev.slipway.order.task;

import org.jspecify.annotations.NullMarked;
