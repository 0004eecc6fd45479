package dev.slipway.platform.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts lines together out of pieces that end anywhere, also within a character. */
final class Lines {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> taker;

    Lines(Consumer<String> taker) {
        this.taker = taker;
    }

    void take(ByteBuffer piece) {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n') {
                taker.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(next);
            }
        }
    }
}
