package dev.slipway.messaging.parking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * A message that waits for an operator.
 *
 * @param id of the parking, not of the event: the same event can be parked from two queues
 * @param queue where it came from and where a replay puts it
 * @param body the beginning of the body with longer numbers hidden, because they may be codes or phone numbers
 */
public record ParkedMessage(
        String id,
        String queue,
        @Nullable String type,
        @Nullable String eventId,
        String error,
        Instant parkedAt,
        int attempts,
        String body) {

    private static final int PREVIEW = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d{4,}");

    static ParkedMessage of(String id, Message message) {
        MessageProperties properties = message.getMessageProperties();
        Map<String, Object> headers = properties.getHeaders();
        return new ParkedMessage(
                id,
                text(headers, ParkedHeaders.QUEUE),
                properties.getType(),
                properties.getMessageId(),
                text(headers, ParkedHeaders.ERROR),
                time(text(headers, ParkedHeaders.AT)),
                headers.get(ParkedHeaders.ATTEMPTS) instanceof Number number ? number.intValue() : 0,
                preview(message.getBody()));
    }

    private static String text(Map<String, Object> headers, String name) {
        Object value = headers.get(name);
        return value == null ? "" : value.toString();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    static String preview(byte[] body) {
        String hidden = NUMBER.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll("****");
        return hidden.length() <= PREVIEW ? hidden : hidden.substring(0, PREVIEW) + "…";
    }
}
