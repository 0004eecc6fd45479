package dev.slipway.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What files and Nacos last had in common, by document. It is kept in Nacos, so that everybody who pushes there knows
 * the same, and tells an edit in the console from an edit in the files.
 *
 * <p>A push that dies after a document and before this record leaves two equal texts, which need no record.
 */
final class SyncRecord {
    static final String GROUP = "SLIPWAY";
    static final String NAME = "slipway.synced.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 5;

    private final ConfigStore store;

    SyncRecord(ConfigStore store) {
        this.store = store;
    }

    Map<String, Digest> read() throws IOException, InterruptedException {
        return parse(store.read(GROUP, NAME));
    }

    /** Adds to the record whatever others have added in the meantime. */
    void add(Map<String, Digest> common) throws IOException, InterruptedException {
        for (int attempt = 0; !common.isEmpty() && attempt < ATTEMPTS; attempt++) {
            Optional<ConfigStore.Stored> before = store.read(GROUP, NAME);
            Map<String, Digest> all = parse(before);
            all.putAll(common);
            try {
                store.write(GROUP, NAME, "json", text(all), before.map(ConfigStore.Stored::version));
                return;
            } catch (ConfigStore.Conflict again) {
                // Somebody else has just added something: once more on top of that.
            }
        }
    }

    private static Map<String, Digest> parse(Optional<ConfigStore.Stored> stored) throws IOException {
        var digests = new TreeMap<String, Digest>();
        if (stored.isPresent()) {
            try {
                JSON.readValue(stored.get().text(), new TypeReference<Map<String, String>>() {})
                        .forEach((name, value) -> digests.put(name, new Digest(value)));
            } catch (JsonProcessingException damaged) {
                return digests; // then every difference is one in both, and somebody decides
            }
        }
        return digests;
    }

    private static String text(Map<String, Digest> digests) throws IOException {
        var values = new TreeMap<String, String>();
        digests.forEach((name, digest) -> values.put(name, digest.value()));
        return JSON.writeValueAsString(values);
    }
}
