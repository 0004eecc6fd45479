package dev.slipway.user.signin.web;

import dev.slipway.user.signin.SignInOutcome;
import dev.slipway.web.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Outcomes of a sign-in as answers. */
final class SignInAnswers {
    private static final Duration SOON = Duration.ofSeconds(1);

    private SignInAnswers() {}

    /** @throws ProblemException for every other outcome than a sign-in */
    static SignInView signedIn(SignInOutcome outcome, String code, String detail) {
        if (outcome instanceof SignInOutcome.SignedIn in) {
            return SignInView.of(in.user(), in.tokens());
        }
        throw problem(outcome, code, detail);
    }

    static ProblemException problem(SignInOutcome outcome, String code, String detail) {
        if (outcome instanceof SignInOutcome.Locked) {
            return ProblemException.of(HttpStatus.FORBIDDEN, "locked", "The account is locked.");
        }
        if (outcome instanceof SignInOutcome.LockedOut out) {
            return ProblemException.tooManyRequests(
                    "locked-out", "Too many failures for this name; try again later.", out.retryAfter());
        }
        if (outcome instanceof SignInOutcome.Busy) {
            return ProblemException.tooManyRequests(
                    "busy", "Very many are signing in at this moment; try again soon.", SOON);
        }
        if (outcome instanceof SignInOutcome.BindingLost) {
            return ProblemException.conflict(
                    "binding-lost", "The binding token is used or too old; start again at WeChat.");
        }
        if (outcome instanceof SignInOutcome.BoundOtherwise) {
            return ProblemException.conflict(
                    "bound-otherwise", "The phone or the WeChat account is bound to another one.");
        }
        return ProblemException.of(HttpStatus.UNAUTHORIZED, code, detail);
    }
}
