package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.FromText;

/**
 * An amount of processor time, written as Kubernetes writes it: {@code 2}, {@code 250m}.
 *
 * @param millis thousandths of a core, more than 0
 */
public record Cpu(long millis) {
    private static final int CORE = 1000;

    /** Reads {@code 2} and {@code 250m}; refuses everything else. */
    @FromText
    public static Cpu parse(String written) {
        if (!written.matches("[1-9]\\d{0,6}m?")) {
            throw new IllegalArgumentException("'" + written
                    + "' is no amount of processor time, allowed: whole cores or thousandths, e.g. 2 or 250m");
        }
        return written.endsWith("m")
                ? new Cpu(Long.parseLong(written.substring(0, written.length() - 1)))
                : new Cpu(Long.parseLong(written) * CORE);
    }

    @Override
    public String toString() {
        return millis % CORE == 0 ? Long.toString(millis / CORE) : millis + "m";
    }
}
