package dev.slipway.user.account;

import dev.slipway.user.phone.Phone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient's account.
 *
 * @param openId the bound WeChat account
 */
public record Account(
        String id,
        Phone phone,
        @Nullable String openId,
        AccountStatus status,
        Verification verification,
        Instant registeredAt) {
    public boolean isLocked() {
        return status == AccountStatus.LOCKED;
    }

    /** The name submitted for verification, if any. */
    public @Nullable String name() {
        Identity identity = verification.identity();
        return identity == null ? null : identity.name();
    }
}
