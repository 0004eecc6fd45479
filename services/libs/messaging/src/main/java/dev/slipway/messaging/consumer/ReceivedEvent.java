package dev.slipway.messaging.consumer;

/** A message that was read; the id is that of the producer and the same at each repetition. */
record ReceivedEvent<T>(String id, String type, T payload) {}
