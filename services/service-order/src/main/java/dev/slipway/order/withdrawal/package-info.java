/** Schedules that their hospital has changed or cancelled. */
@NullMarked
package dev.slipway.order.withdrawal;

import org.jspecify.annotations.NullMarked;
