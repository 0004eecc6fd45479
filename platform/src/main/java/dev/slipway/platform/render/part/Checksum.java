package dev.slipway.platform.render.part;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Short digests of contents: in a pod template they make a changed content a rollout, in a name a new object. */
public final class Checksum {
    /** Annotation of a pod template. */
    public static final String ANNOTATION = "slipway.dev/config-checksum";

    private static final int LENGTH = 10;

    private Checksum() {}

    /** Of the data of a ConfigMap. */
    public static String of(Map<String, String> data) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(data).forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
