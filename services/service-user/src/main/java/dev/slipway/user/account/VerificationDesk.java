package dev.slipway.user.account;

import dev.slipway.user.account.Verification.Submission;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes identities and decides on them; the account is held meanwhile, so that two decisions can't both count. */
@Component
public class VerificationDesk {
    private final Accounts accounts;
    private final Clock clock;

    VerificationDesk(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Empty when there is no such account. */
    @Transactional
    public Optional<Submission> submit(AccountId id, Identity identity) {
        return accounts.held(id.value()).map(account -> {
            Submission outcome = account.verification().submit(identity, clock.instant());
            if (outcome instanceof Submission.Accepted accepted) {
                accounts.changeVerification(id.value(), accepted.verification());
            }
            return outcome;
        });
    }

    /**
     * Empty when there is no such account.
     *
     * @throws Verification.NotPending when there is nothing to decide
     */
    @Transactional
    public Optional<Account> decide(String id, boolean approved, String operatorId, @Nullable String reason) {
        return change(id, verification -> verification.decide(approved, operatorId, reason, clock.instant()));
    }

    private Optional<Account> change(String id, UnaryOperator<Verification> transition) {
        return accounts.held(id).flatMap(account -> {
            accounts.changeVerification(id, transition.apply(account.verification()));
            return accounts.held(id);
        });
    }
}
