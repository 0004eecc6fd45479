/** The operator's calls on parked messages. */
@NullMarked
package dev.slipway.messaging.parking.web;

import org.jspecify.annotations.NullMarked;
