/**
 * The count of each schedule: one conditional update decides who gets a place.
 *
 * <p>The count lives in this service's database, beside the appointments, because a reservation and its appointment then
 * are one transaction: a process that is killed leaves both or neither, and no second store has to be brought in line
 * with the first. {@code active = active + 1 WHERE active < total} orders all who want the last place by the lock of
 * one row, on any number of instances, and is the last write of its transaction, so that the lock is held for the
 * commit alone. The catalogue's number of free places is a projection of {@code slot.changed}.
 */
@NullMarked
package dev.slipway.order.slot;

import org.jspecify.annotations.NullMarked;
