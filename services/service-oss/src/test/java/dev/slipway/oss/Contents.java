package dev.slipway.oss;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Contents that begin like files of a type. */
final class Contents {
    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private Contents() {}

    /** @param seed another one gives another content */
    static byte[] png(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        System.arraycopy(PNG, 0, content, 0, Math.min(PNG.length, size));
        return content;
    }

    static byte[] pdf() {
        return text("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip() {
        return Arrays.copyOf(new byte[] {'P', 'K', 3, 4, 20}, 200);
    }
}
