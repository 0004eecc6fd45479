package dev.slipway.platform.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of a resource for people. */
public final class Amounts {
    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    private Amounts() {}

    /** Memory and storage in MiB, everything else as it is. */
    public static String text(String resource, BigDecimal amount) {
        return resource.contains("memory") || resource.contains("storage")
                ? amount.divide(MEBI, 0, RoundingMode.HALF_UP).toPlainString() + "Mi"
                : amount.stripTrailingZeros().toPlainString();
    }
}
