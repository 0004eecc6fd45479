package dev.slipway.user.directory.web;

import dev.slipway.user.account.Account;
import dev.slipway.user.account.VerificationStatus;
import org.jspecify.annotations.Nullable;

/** @param name absent until one was submitted for verification */
record UserEntry(String id, String phone, @Nullable String name, VerificationStatus verification) {
    static UserEntry of(Account account) {
        return new UserEntry(
                account.id(),
                account.phone().number(),
                account.name(),
                account.verification().status());
    }
}
