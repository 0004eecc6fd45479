package dev.slipway.messaging.parked;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageProperties;

/**
 * A parked message as an operator sees it. The body stays out: it may hold codes and personal data.
 *
 * @param id names this parked message, not the event
 * @param queue where it came from and would be replayed to
 * @param bytes length of the body
 */
public record ParkedMessage(
        String id,
        String queue,
        @Nullable String eventId,
        @Nullable String type,
        String error,
        int attempts,
        @Nullable Instant parkedAt,
        int bytes) {
    static ParkedMessage of(MessageProperties properties, int bytes) {
        Map<String, Object> headers = properties.getHeaders();
        Object attempts = headers.get(Parking.ATTEMPTS);
        Object at = headers.get(Parking.AT);
        return new ParkedMessage(
                text(headers, Parking.ID),
                text(headers, Parking.QUEUE),
                properties.getMessageId(),
                properties.getType(),
                text(headers, Parking.ERROR),
                attempts instanceof Number number ? number.intValue() : 0,
                at == null ? null : Instant.parse(at.toString()),
                bytes);
    }

    private static String text(Map<String, Object> headers, String name) {
        return String.valueOf(headers.get(name));
    }
}
