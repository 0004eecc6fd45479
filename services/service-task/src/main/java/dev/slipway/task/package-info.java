/** Says when something is due; what then happens is decided by the service that owns the rule. */
@NullMarked
package dev.slipway.task;

import org.jspecify.annotations.NullMarked;
