package dev.slipway.platform.render.middleware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Settings and scripts that stand beside the classes. */
final class Texts {
    private Texts() {}

    /** @param name e.g. {@code mysql/start.sh} */
    static String of(String name) {
        try (InputStream text = Texts.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalArgumentException("no text is called " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
