package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.Caller;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A provider that takes its time to prepare a payment, while the appointment ends. */
class LateCodeIT extends ServiceTest {
    @Test
    void aCodeThatComesAfterTheEndIsNotHandedOutAndItsTradeIsClosed() {
        Caller user = newUser();
        String number = booked(user, newSchedule(1));
        String trade = number + "01";
        CompletableFuture<Answer> paying = transaction.execute(status -> {
            status.setRollbackOnly();
            theProviderIsSlowWith(trade);
            CompletableFuture<Answer> begun = CompletableFuture.supplyAsync(
                    () -> as(user, "POST", "/api/appointments/" + number + "/payment", null));
            await().atMost(PATIENCE).until(() -> questions(trade, "IS NOT NULL") == 1);
            assertThat(cancel(user, number).status()).isEqualTo(200);
            // Asked meanwhile, the provider has never heard of it.
            await().atMost(PATIENCE).until(() -> questions(trade, "IS NULL") == 1);
            return begun;
        });
        assertThat(paying).succeedsWithin(PATIENCE);
        assertThat(paying.join().text("/code")).isEqualTo("not-payable");
        await().atMost(PATIENCE).until(() -> stateThere(trade).equals("CLOSED"));
        await().atMost(PATIENCE).until(() -> questions(trade, "IS NULL") == 1);
    }

    /** A row that is not committed: whoever writes the same one waits. */
    private void theProviderIsSlowWith(String trade) {
        jdbc.sql("""
            INSERT INTO cashier_trade (out_trade_no, amount, description, state, expires_at, created_at, updated_at)
            VALUES (?, 1, '', 'OPEN', UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP())\
            """).param(trade).update();
    }

    private int questions(String trade, String when) {
        return jdbc.sql("SELECT COUNT(*) FROM payment WHERE out_trade_no = ? AND ask_at " + when)
                .param(trade)
                .query(Integer.class)
                .single();
    }

    private String stateThere(String trade) {
        return jdbc.sql("SELECT state FROM cashier_trade WHERE out_trade_no = ?")
                .param(trade)
                .query(String.class)
                .single();
    }
}
