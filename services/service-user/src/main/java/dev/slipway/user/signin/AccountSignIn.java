package dev.slipway.user.signin;

import dev.slipway.user.account.Account;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.session.Owner;
import dev.slipway.user.session.SessionDesk;
import dev.slipway.user.signin.SignInRecord.Kind;
import dev.slipway.user.signin.SignInRecord.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last step of signing in to an account, whatever the way: holds the account, so that a lock comes before or after. */
@Component
class AccountSignIn {
    private final Accounts accounts;
    private final SessionDesk sessions;
    private final SignInLog log;

    AccountSignIn(Accounts accounts, SessionDesk sessions, SignInLog log) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
    }

    /** @param openId WeChat account to bind; null for none */
    @Transactional
    SignInOutcome open(String accountId, Kind kind, String address, @Nullable String openId) {
        Account account = accounts.held(accountId).orElseThrow();
        if (account.isLocked()) {
            log.record(kind, Outcome.LOCKED, address, accountId, account.phone().number());
            return new SignInOutcome.Locked();
        }
        if (openId != null && !bound(account, openId)) {
            log.record(
                    kind, Outcome.REFUSED, address, accountId, account.phone().number());
            return new SignInOutcome.BoundOtherwise();
        }
        log.record(kind, Outcome.SIGNED_IN, address, accountId, account.phone().number());
        return new SignInOutcome.SignedIn(SignedInUser.of(account), sessions.open(Owner.account(accountId)));
    }

    private boolean bound(Account account, String openId) {
        return openId.equals(account.openId()) || (account.openId() == null && accounts.bind(account.id(), openId));
    }
}
