package dev.slipway.gateway.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the one top-level text field {@code phone} in a small JSON object, without building anything of the rest. */
final class PhoneInBody {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(1024)
                    .maxNumberLength(64)
                    .build())
            .build();

    private PhoneInBody() {}

    /** Null when there is none, or the body is not such an object: what the service says of that, it says itself. */
    static @Nullable String find(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String phone = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = "phone".equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (named && value == JsonToken.VALUE_STRING) {
                    phone = parser.getText().trim();
                } else {
                    parser.skipChildren();
                }
            }
            return phone;
        } catch (IOException notJson) {
            return null;
        }
    }
}
