package dev.slipway.user.administration.web;

import dev.slipway.user.account.Account;
import dev.slipway.user.account.AccountStatus;
import dev.slipway.user.account.VerificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user in an operator's list. */
record UserView(
        String id,
        String phone,
        @Nullable String name,
        AccountStatus status,
        VerificationStatus verification,
        Instant registeredAt) {
    static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.phone().number(),
                account.name(),
                account.status(),
                account.verification().status(),
                account.registeredAt());
    }

    /** Without what is personal, for this may be logged. */
    @Override
    public String toString() {
        return "UserView " + id;
    }
}
