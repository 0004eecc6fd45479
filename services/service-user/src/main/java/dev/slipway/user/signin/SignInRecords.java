package dev.slipway.user.signin;

import dev.slipway.user.account.Account;
import java.util.List;

/** The attempts to sign in. */
public interface SignInRecords {
    void add(SignInRecord attempt);

    /** Newest first, at most {@code limit}; also the refused attempts with the account's phone. */
    List<SignInRecord> of(Account account, int limit);
}
