package dev.slipway.platform.stack.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/** Short names for contents: equal contents, equal keys, whatever the time of a file. */
final class JarKey {
    private static final int LENGTH = 12;

    private JarKey() {}

    /** From the jar's directory alone (names, sizes, checksums): reading it takes no time. */
    static String of(Path jar) throws IOException {
        var contents = new StringBuilder();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> contents.append(entry.getName())
                    .append('\0')
                    .append(entry.getSize())
                    .append('\0')
                    .append(entry.getCrc())
                    .append('\n'));
        }
        return of(contents.toString());
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
