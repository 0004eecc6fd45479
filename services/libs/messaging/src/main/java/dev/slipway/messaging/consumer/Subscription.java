package dev.slipway.messaging.consumer;

/**
 * What a service does with one type of event. Declared as a bean; the queue {@code service.type} is made and bound.
 *
 * @param service name of the consuming service; all its instances share the queue
 * @param type routing key, such as {@code sms.requested}
 * @param payload class that the JSON body is read as; unknown fields are ignored, so producers may add some
 */
public record Subscription<T>(String service, String type, Class<T> payload, Handler<T> handler) {

    /** Acts on one event. */
    @FunctionalInterface
    public interface Handler<T> {

        /**
         * May be called again for the same event after a crash or a failure. With the JDBC store it runs inside the
         * transaction that remembers the event, so what it writes there happens exactly once.
         *
         * @throws Undeliverable when no retry can help: parked at once
         * @throws ClaimedElsewhere when another instance is at it: looked at again later, never parked for that
         * @throws RuntimeException anything else is retried a few times, then parked
         */
        void handle(String eventId, T payload);
    }

    public String queue() {
        return service + "." + type;
    }
}
