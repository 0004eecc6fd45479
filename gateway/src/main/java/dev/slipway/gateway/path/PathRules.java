package dev.slipway.gateway.path;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Which raw request paths are taken at all. A path is taken only when every reader after this one (the
 * access rules, the route predicates, a service's own router) must read it alike: no empty or dot segments,
 * no parameters ({@code ;}), no backslash, and nothing percent-encoded that means something in a path
 * (slash, backslash, semicolon, percent, controls), that needs no encoding (the unreserved characters of RFC 3986)
 * or is not UTF-8.
 */
final class PathRules {
    enum Verdict {
        TAKEN,
        REFUSED,
        HIDDEN
    }

    private static final String HIDDEN_NAME = "inner";

    private PathRules() {}

    static Verdict judge(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return Verdict.REFUSED;
        }
        boolean refused = false;
        boolean encoded = false;
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c == '/') {
                if (isHidden(path, start, i)) {
                    return Verdict.HIDDEN;
                }
                refused |= isEmptyOrDots(path, start, i);
                start = i + 1;
            } else if (c == '%') {
                encoded = true;
                refused |= !harmlessEscape(path, i);
            } else if (c <= ' ' || c > '~' || c == ';' || c == '\\') {
                refused = true;
            }
        }
        return refused || (encoded && !isUtf8(path)) ? Verdict.REFUSED : Verdict.TAKEN;
    }

    private static boolean isHidden(String path, int start, int end) {
        return end - start == HIDDEN_NAME.length() && path.regionMatches(true, start, HIDDEN_NAME, 0, end - start);
    }

    private static boolean isEmptyOrDots(String path, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return end != path.length();
        }
        boolean dot = path.charAt(start) == '.';
        return dot && (length == 1 || (length == 2 && path.charAt(start + 1) == '.'));
    }

    private static boolean harmlessEscape(String path, int at) {
        if (at + 2 >= path.length()) {
            return false;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        int value = high << 4 | low;
        boolean word = Character.isLetterOrDigit(value) && value < 0x80;
        return value >= ' ' && value != 0x7f && !word && "/\\;%.-_~".indexOf(value) < 0;
    }

    private static boolean isUtf8(String path) {
        byte[] bytes = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' && i + 2 < path.length()) {
                bytes[length++] =
                        (byte) (Character.digit(path.charAt(i + 1), 16) << 4 | Character.digit(path.charAt(i + 2), 16));
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
