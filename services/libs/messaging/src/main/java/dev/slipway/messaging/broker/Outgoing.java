package dev.slipway.messaging.broker;

import org.springframework.amqp.core.Message;

/** One message and where it goes; the default exchange is the empty string. */
public record Outgoing(String exchange, String routingKey, Message message) {}
