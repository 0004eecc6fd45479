package dev.slipway.user.signin.web;

import dev.slipway.user.phone.Phone;
import dev.slipway.user.signin.SignInCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bodies of the sign-in calls; their text forms show no secret. */
final class SignInRequests {
    private static final String PHONE_FORM = "must be a mobile number of the mainland";

    private SignInRequests() {}

    record AskCode(
            @NotNull @Pattern(regexp = Phone.PATTERN, message = PHONE_FORM)
            String phone) {
        @Override
        public String toString() {
            return "AskCode";
        }
    }

    record UseCode(
            @NotNull @Pattern(regexp = Phone.PATTERN, message = PHONE_FORM)
            String phone,

            @NotNull @Pattern(regexp = SignInCode.PATTERN, message = "must be six digits")
            String code,

            @Nullable @Size(min = 1, max = 100) String bindingToken) {
        @Override
        public String toString() {
            return "UseCode";
        }
    }

    record UsePassword(
            @NotNull @Size(min = 1, max = 50) String username,
            @NotNull @Size(min = 1, max = 200) String password) {
        @Override
        public String toString() {
            return "UsePassword";
        }
    }

    record UseRefreshToken(
            @NotNull @Size(min = 1, max = 200) String refreshToken) {
        @Override
        public String toString() {
            return "UseRefreshToken";
        }
    }
}
