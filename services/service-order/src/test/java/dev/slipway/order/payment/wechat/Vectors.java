package dev.slipway.order.payment.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of {@code wechat/}, see the note beside them. */
final class Vectors {
    private Vectors() {}

    static String read(String name) {
        try (InputStream file = Vectors.class.getResourceAsStream("/wechat/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no vector " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
