package dev.slipway.user.signin;

import dev.slipway.user.session.SessionTokens;
import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignInOutcome {
    record SignedIn(SignedInUser user, SessionTokens tokens) implements SignInOutcome {}

    /** Wrong code or password, whatever the reason: it is the same to the caller. */
    record Refused() implements SignInOutcome {}

    /** The account is locked by an operator. */
    record Locked() implements SignInOutcome {}

    /** Too many failures for this name; good again after the time given. */
    record LockedOut(Duration retryAfter) implements SignInOutcome {}

    /** Too many sign-ins are being checked; nothing was done. */
    record Busy() implements SignInOutcome {}

    /** The binding token is unknown, used or too old. */
    record BindingLost() implements SignInOutcome {}

    /** The WeChat account, or the user, is bound to another one. */
    record BoundOtherwise() implements SignInOutcome {}

    /** The WeChat account is good, but no user has it: the token binds it to a phone. */
    record PhoneMissing(String bindingToken) implements SignInOutcome {}
}
