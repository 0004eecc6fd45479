/** When each task is due, and the one instance of many that triggers it. */
@NullMarked
package dev.slipway.task.schedule;

import org.jspecify.annotations.NullMarked;
