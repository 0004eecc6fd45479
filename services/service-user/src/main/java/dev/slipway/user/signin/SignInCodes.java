package dev.slipway.user.signin;

import dev.slipway.user.phone.Phone;
import java.time.Duration;

/** The codes that are good now, at most one a phone. */
public interface SignInCodes {
    /** Makes this the phone's code, if it may have another one now. Check and effect are one step. */
    Issue issue(Phone phone, SignInCode code, SignInLimits limits);

    /** Takes the code away when it is the right one, so that it serves once; counts the try when it is not. */
    Redemption redeem(Phone phone, SignInCode code, SignInLimits limits);

    sealed interface Issue {
        record Issued() implements Issue {}

        record TooMany(Duration retryAfter) implements Issue {}
    }

    enum Redemption {
        RIGHT,
        WRONG,
        /** There is no code for this phone, or no longer. */
        NONE
    }
}
