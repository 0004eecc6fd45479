package dev.slipway.user.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What an answer costs tells nobody which names exist. */
class OperatorDeskTests {
    private static final Operator OPERATOR = new Operator("1", "operator", "the operator", "hash of right");

    private final Counting passwords = new Counting();
    private final OperatorDesk desk =
            new OperatorDesk(new OnlyOne(), new NeverLocked(), passwords, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void anUnknownNameCostsOneComparisonAsAKnownOneDoes() {
        assertThat(desk.check("operator", "wrong")).isEqualTo(new OperatorDesk.Check.Wrong());
        assertThat(desk.check("nobody", "wrong")).isEqualTo(new OperatorDesk.Check.Wrong());
        assertThat(passwords.compared).hasSize(2).allMatch(hash -> hash.startsWith("hash of "));
        assertThat(passwords.compared.get(1)).isNotEqualTo(OPERATOR.passwordHash());
    }

    @Test
    void nobodysPasswordLetsNobodyIn() {
        assertThat(desk.check("nobody", "a password that no operator has")).isEqualTo(new OperatorDesk.Check.Wrong());
        assertThat(desk.check("operator", "right")).isEqualTo(new OperatorDesk.Check.Right(OPERATOR));
    }

    /** Writes down which hashes were compared. */
    private static final class Counting implements PasswordEncoder {
        private final List<String> compared = new ArrayList<>();

        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            compared.add(hash);
            return hash.equals(encode(password));
        }
    }

    private static final class OnlyOne implements Operators {
        @Override
        public Optional<Operator> find(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Operator> named(String username) {
            return Optional.of(OPERATOR).filter(one -> one.username().equals(username));
        }

        @Override
        public void add(Operator operator) {}
    }

    private static final class NeverLocked implements OperatorAttempts {
        @Override
        public Optional<Instant> begin(String username) {
            return Optional.empty();
        }

        @Override
        public void succeeded(String username) {}
    }
}
