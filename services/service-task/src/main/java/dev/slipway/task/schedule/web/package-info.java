/** HTTP of schedules, for operators. */
@NullMarked
package dev.slipway.task.schedule.web;

import org.jspecify.annotations.NullMarked;
