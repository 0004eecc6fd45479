/** Wires outbox, consumers and parking queue into a Spring Boot service. */
@NullMarked
package dev.slipway.messaging;

import org.jspecify.annotations.NullMarked;
