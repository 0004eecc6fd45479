package dev.slipway.cmn.workbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private final AtomicInteger most = new AtomicInteger(1);
    private final Turns turns = new Turns(most::get);

    @Test
    void turnsAwayWhoeverIsTooMany() {
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isFalse();
        turns.giveBack();
        assertThat(turns.take()).isTrue();
    }

    @Test
    void followsAChange() {
        turns.take();
        most.set(3);
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isTrue();
        most.set(2);
        turns.giveBack();
        assertThat(turns.take()).as("still two").isFalse();
        turns.giveBack();
        assertThat(turns.take()).isTrue();
    }
}
