package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Guesses at operators' passwords that come faster than they can be hashed. */
class OperatorFloodIT extends ServiceTest {
    private static final int GUESSES = 60;

    @Test
    void guessesThatCannotBeCheckedSoonAreRefusedUncounted() throws Exception {
        jdbc.sql("DELETE FROM operator_attempt").update();
        AtomicInteger next = new AtomicInteger();
        List<Answer> answers = atOnce(GUESSES, () -> {
            int guess = next.incrementAndGet();
            return guess(guess % 20 == 0 ? "operator" : "nobody-" + guess);
        });

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        List<Answer> checked =
                answers.stream().filter(answer -> answer.status() == 401).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.text("/code")).isEqualTo("busy");
            assertThat(answer.raw().headers().firstValue("Retry-After")).hasValue("1");
        });
        assertThat(checked).isNotEmpty();
        assertThat(refused.size() + checked.size()).isEqualTo(GUESSES);
        assertThat(jdbc.sql("SELECT SUM(failures) FROM operator_attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(checked.size());
        assertThat(post("/api/sign-in/operators", Map.of("username", "operator", "password", OPERATOR_PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    private Answer guess(String username) {
        return post("/api/sign-in/operators", Map.of("username", username, "password", "a wrong password"));
    }
}
