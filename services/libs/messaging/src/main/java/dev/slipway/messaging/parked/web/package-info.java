/** The operator's calls for parked messages. */
@NullMarked
package dev.slipway.messaging.parked.web;

import org.jspecify.annotations.NullMarked;
