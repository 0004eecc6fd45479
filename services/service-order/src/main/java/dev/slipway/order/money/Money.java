package dev.slipway.order.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in yuan with two decimals, never negative.
 *
 * @param yuan any scale up to two; is kept with two
 */
public record Money(BigDecimal yuan) implements Comparable<Money> {
    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException for a negative amount or one with parts of a fen */
    public Money {
        if (yuan.signum() < 0 || yuan.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("An amount is not negative and has at most two decimals");
        }
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** @param text such as {@code 120.00} */
    public static Money of(String text) {
        return new Money(new BigDecimal(text));
    }

    public static Money ofFen(long fen) {
        return new Money(BigDecimal.valueOf(fen, 2));
    }

    public long fen() {
        return yuan.multiply(FEN).longValueExact();
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    /** With two decimals, as the interfaces write it. */
    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
