package dev.slipway.user.account;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.Role;
import dev.slipway.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The account of a signed-in user. */
public record AccountId(String value) {
    /** @throws ProblemException 403 when the caller is no patient: an operator has no account of this kind */
    public static AccountId of(Caller caller) {
        if (!caller.is(Role.USER)) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden", "Only a user may do this.");
        }
        return new AccountId(caller.id());
    }
}
