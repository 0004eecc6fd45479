package dev.slipway.user.signin;

import dev.slipway.security.identity.Role;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.operator.Operator;
import dev.slipway.user.phone.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in.
 *
 * @param phone null for an operator
 * @param name null for a user who has not said it yet
 */
public record SignedInUser(
        String id, @Nullable Phone phone, @Nullable String name, Role role, VerificationStatus verification) {
    static SignedInUser of(Account account) {
        return new SignedInUser(
                account.id(),
                account.phone(),
                account.name(),
                Role.USER,
                account.verification().status());
    }

    static SignedInUser of(Operator operator) {
        return new SignedInUser(operator.id(), null, operator.name(), Role.ADMIN, VerificationStatus.NONE);
    }
}
