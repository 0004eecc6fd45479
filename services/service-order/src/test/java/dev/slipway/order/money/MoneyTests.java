package dev.slipway.order.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTests {
    @Property
    void fenAndTextSurviveTheWayThereAndBack(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long fen) {
        assertThat(Money.ofFen(fen).fen()).isEqualTo(fen);
        assertThat(Money.of(Money.ofFen(fen).toString())).isEqualTo(Money.ofFen(fen));
    }

    @Test
    void anAmountHasTwoDecimalsAndIsNotNegative() {
        assertThat(Money.of("120")).isEqualTo(Money.of("120.00")).hasToString("120.00");
        assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
