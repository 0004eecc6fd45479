/** One triggering of a task: its record and the message that tells of it. */
@NullMarked
package dev.slipway.task.run;

import org.jspecify.annotations.NullMarked;
