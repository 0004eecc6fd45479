package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolderTests {
    @Test
    void anIdentityIsReadAsItIsWritten() {
        Holder self = Holder.current();
        assertThat(Holder.parse(self.identity())).contains(self);
        assertThat(self.surelyGone()).isFalse();
    }

    @Test
    void aProcessOfThisPlaceThatEndedIsGone() {
        Holder self = Holder.current();
        assertThat(new Holder(self.who(), self.pid(), self.place(), "another start").surelyGone())
                .isEqualTo(!self.place().isEmpty());
        assertThat(new Holder("ann@ci", self.pid(), "elsewhere", "another start").surelyGone())
                .isFalse();
    }

    @Test
    void whatIsNoIdentityIsNone() {
        assertThat(Holder.parse("someone")).isEmpty();
        assertThat(Holder.parse("ann@ci x y z")).isEmpty();
    }
}
