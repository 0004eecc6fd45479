package dev.slipway.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a text says, without its comments, its layout and the order of its keys: equal digests mean the same. */
record Digest(String value) {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** A text that is no YAML equals only itself. */
    static Digest of(String text) {
        try {
            Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
            return sha256(CANONICAL.writeValueAsString(value));
        } catch (YamlEngineException | JsonProcessingException | ClassCastException e) {
            return new Digest("text-" + sha256(text).value());
        }
    }

    static String md5(String text) {
        return hash("MD5", text);
    }

    private static Digest sha256(String text) {
        return new Digest(hash("SHA-256", text));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
