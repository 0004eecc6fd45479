package dev.slipway.platform.verify.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What service-sms has sent: it marks each message that it is done with, and the inbox, which stands in for a provider,
 * keeps the texts; both for seven days.
 */
final class SentMessages {
    private static final String PREFIX = "message:";

    private SentMessages() {}

    /** How often each message arrived that either of them still tells of, by its id. */
    static Map<String, Integer> count(Stores stores) throws SQLException {
        try (Schema sms = Schema.open(stores, "sms")) {
            return sms
                    .all(
                            "SELECT CONCAT('" + PREFIX + "', id) AS name FROM inbox_message UNION"
                                    + " SELECT name FROM claim WHERE claimed_until IS NULL AND name LIKE '" + PREFIX
                                    + "%'",
                            row -> row.getString("name").substring(PREFIX.length()))
                    .stream()
                    .collect(Collectors.toMap(Function.identity(), id -> 1));
        }
    }
}
