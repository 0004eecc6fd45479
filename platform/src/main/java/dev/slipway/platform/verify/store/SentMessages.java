package dev.slipway.platform.verify.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What service-sms has sent: it marks each message that it is done with, for seven days. */
final class SentMessages {
    private static final String PREFIX = "message:";

    private SentMessages() {}

    /** How often each message was sent, by its id. */
    static Map<String, Integer> count(Stores stores) throws SQLException {
        try (Schema sms = Schema.open(stores, "sms")) {
            return sms
                    .all(
                            "SELECT name FROM claim WHERE claimed_until IS NULL AND name LIKE '" + PREFIX + "%'",
                            row -> row.getString("name").substring(PREFIX.length()))
                    .stream()
                    .collect(Collectors.toMap(Function.identity(), id -> 1));
        }
    }
}
