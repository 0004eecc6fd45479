package dev.slipway.messaging.broker;

/** Names every service agrees on; all plain and durable, because arguments differ from broker to broker. */
public final class Topology {

    /** Topic exchange that all events go through; the routing key is the event's type. */
    public static final String EVENTS = "slipway.events";

    /** Queue of the messages that a consumer gave up, from all queues. */
    public static final String PARKED = "slipway.parked";

    private Topology() {}
}
