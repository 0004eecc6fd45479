package dev.slipway.messaging.consumer;

/**
 * What a service does with one type of event. Declared as a bean; the queue {@code service.type} is made and bound.
 *
 * @param service name of the consuming service
 * @param type routing key, such as {@code sms.requested}
 * @param payload class that the JSON body is read as
 */
public record Subscription<T>(String service, String type, Class<T> payload, Handler<T> handler) {
    /** Acts on one event. */
    @FunctionalInterface
    public interface Handler<T> {
        /**
         * May be called again for the same event after a crash or a failure.
         *
         * @throws Undeliverable when no retry can help; anything else is retried
         */
        void handle(String eventId, T payload);
    }

    public String queue() {
        return service + "." + type;
    }
}
