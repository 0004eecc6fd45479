package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.FromText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory, written as Kubernetes writes it: {@code 192Mi}, {@code 2Gi}.
 *
 * @param bytes more than 0
 */
public record Memory(long bytes) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,6})(Ki|Mi|Gi)");
    private static final long KIBI = 1024;

    /** Reads {@code 192Mi}; refuses everything else, also other units. */
    @FromText
    public static Memory parse(String written) {
        Matcher matcher = FORM.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no amount of memory, allowed: a whole number and Ki, Mi or Gi, e.g. 192Mi");
        }
        long factor =
                switch (matcher.group(2)) {
                    case "Ki" -> KIBI;
                    case "Mi" -> KIBI * KIBI;
                    default -> KIBI * KIBI * KIBI;
                };
        return new Memory(Long.parseLong(matcher.group(1)) * factor);
    }

    /** Rounded down. */
    public long mebibytes() {
        return bytes / (KIBI * KIBI);
    }

    @Override
    public String toString() {
        if (bytes % (KIBI * KIBI * KIBI) == 0) {
            return bytes / (KIBI * KIBI * KIBI) + "Gi";
        }
        return bytes % (KIBI * KIBI) == 0 ? mebibytes() + "Mi" : bytes / KIBI + "Ki";
    }
}
