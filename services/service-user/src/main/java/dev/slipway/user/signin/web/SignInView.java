package dev.slipway.user.signin.web;

import dev.slipway.security.identity.Role;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.phone.Phone;
import dev.slipway.user.session.SessionTokens;
import dev.slipway.user.signin.SignedInUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a sign-in or a refresh.
 *
 * @param expiresIn seconds until the access token expires
 */
record SignInView(String accessToken, String tokenType, long expiresIn, String refreshToken, SignedInUserView user) {
    static SignInView of(SignedInUser user, SessionTokens tokens) {
        return new SignInView(
                tokens.access().value(),
                "Bearer",
                tokens.access().lifetime().toSeconds(),
                tokens.refresh().value(),
                SignedInUserView.of(user));
    }

    @Override
    public String toString() {
        return "SignInView[" + user.id() + "]";
    }

    record SignedInUserView(
            String id,
            @Nullable String phone,
            @Nullable String name,
            List<Role> roles,
            VerificationStatus verification) {
        static SignedInUserView of(SignedInUser user) {
            Phone phone = user.phone();
            return new SignedInUserView(
                    user.id(),
                    phone == null ? null : phone.number(),
                    user.name(),
                    List.of(user.role()),
                    user.verification());
        }
    }
}
