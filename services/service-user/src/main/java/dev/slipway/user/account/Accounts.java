package dev.slipway.user.account;

import dev.slipway.user.phone.Phone;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.util.Optional;

/** The accounts, one a phone. */
public interface Accounts {
    /**
     * The account of this phone, made when there is none. Of many at once one makes it. Must be called outside of a
     * transaction, so that what another caller has just made is seen.
     */
    Account registered(Phone phone);

    Optional<Account> find(String id);

    /** The account bound to this WeChat account. */
    Optional<Account> boundTo(String openId);

    /** The account, locked for the rest of the transaction. */
    Optional<Account> held(String id);

    /** Newest registrations first. */
    Page<Account> search(AccountFilter filter, PageRequest page);

    void changeStatus(String id, AccountStatus status);

    void changeVerification(String id, Verification verification);

    /** Returns false when the WeChat account is bound to another user. */
    boolean bind(String id, String openId);
}
