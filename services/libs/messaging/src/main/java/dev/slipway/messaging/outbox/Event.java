package dev.slipway.messaging.outbox;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact that other services may act on.
 *
 * @param id what consumers recognise a repetition by; unique for ever, at most 64 characters, a UUID by custom
 * @param type routing key, lower-case words joined by dots, e.g. {@code sms.requested}; at most 100 characters
 * @param payload any object that the service's Jackson mapper writes as JSON
 * @param due the earliest time of publication; {@code null} means as soon as the transaction is committed
 */
public record Event(
        String id, String type, Object payload, @Nullable Instant due) {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TYPE = 100;
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public Event {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An event id has 1 to " + LONGEST_ID + " characters");
        }
        if (type.length() > LONGEST_TYPE || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "An event type is lower-case words joined by dots, at most " + LONGEST_TYPE + " characters");
        }
    }

    public Event(String id, String type, Object payload) {
        this(id, type, payload, null);
    }

    /** The same event, published at this time or a little later; a time in the past means at once. */
    public Event dueAt(Instant time) {
        return new Event(id, type, payload, time);
    }
}
