/** Consumers that apply each event once, retry what fails and park what cannot be handled. */
@NullMarked
package dev.slipway.messaging.consumer;

import org.jspecify.annotations.NullMarked;
