package dev.slipway.hospital.connection;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital needs to call the platform; the text form does not show the key.
 *
 * @param platformUrl null: the configured address
 * @param keyId id of the key that signs now
 */
public record Connection(String hospitalCode, @Nullable URI platformUrl, String keyId, String key) {
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST_KEY = 200;

    public Connection {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("Not a key id: " + keyId);
        }
        if (key.length() < SHORTEST_KEY || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has 16 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return "Connection[" + hospitalCode + ", " + platformUrl + ", " + keyId + "]";
    }
}
