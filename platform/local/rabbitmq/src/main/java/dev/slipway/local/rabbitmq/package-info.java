/** The AMQP 0-9-1 broker of the local stack: Qpid Broker-J with one user, on loopback, with its messages on disk. */
@NullMarked
package dev.slipway.local.rabbitmq;

import org.jspecify.annotations.NullMarked;
