package dev.slipway.user.account;

import dev.slipway.user.session.SessionDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks accounts out and lets them in again. */
@Component
public class AccountLock {
    private final Accounts accounts;
    private final SessionDesk sessions;

    AccountLock(Accounts accounts, SessionDesk sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** Also ends all sessions and revokes their tokens; false when there is no such account. */
    public boolean lock(String id) {
        return sessions.endAllOf(id, () -> change(id, AccountStatus.LOCKED));
    }

    /** False when there is no such account. */
    @Transactional
    public boolean unlock(String id) {
        return change(id, AccountStatus.ACTIVE);
    }

    private boolean change(String id, AccountStatus status) {
        boolean known = accounts.held(id).isPresent();
        if (known) {
            accounts.changeStatus(id, status);
        }
        return known;
    }
}
