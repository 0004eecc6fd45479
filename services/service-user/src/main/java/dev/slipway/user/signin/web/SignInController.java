package dev.slipway.user.signin.web;

import dev.slipway.security.identity.Caller;
import dev.slipway.user.phone.Phone;
import dev.slipway.user.session.RefreshToken;
import dev.slipway.user.session.SessionDesk;
import dev.slipway.user.signin.CodeRequest;
import dev.slipway.user.signin.CodeSignIn;
import dev.slipway.user.signin.OperatorSignIn;
import dev.slipway.user.signin.SessionRefresh;
import dev.slipway.user.signin.SignInCode;
import dev.slipway.user.signin.TooManyCodes;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, refreshing and signing out. */
@RestController
@RequestMapping("/api/sign-in")
class SignInController {
    private final CodeRequest codes;
    private final CodeSignIn byCode;
    private final OperatorSignIn byPassword;
    private final SessionRefresh refreshes;
    private final SessionDesk sessions;

    SignInController(
            CodeRequest codes,
            CodeSignIn byCode,
            OperatorSignIn byPassword,
            SessionRefresh refreshes,
            SessionDesk sessions) {
        this.codes = codes;
        this.byCode = byCode;
        this.byPassword = byPassword;
        this.refreshes = refreshes;
        this.sessions = sessions;
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SecurityRequirements
    void sendCode(@Valid @RequestBody SignInRequests.AskCode body) {
        try {
            codes.send(new Phone(body.phone()));
        } catch (TooManyCodes tooMany) {
            throw ProblemException.tooManyRequests(
                    "too-many-codes", "This phone has had its codes for now.", tooMany.retryAfter());
        }
    }

    @PostMapping
    @SecurityRequirements
    SignInView signIn(@Valid @RequestBody SignInRequests.UseCode body, HttpServletRequest request) {
        return SignInAnswers.signedIn(
                byCode.signIn(
                        new Phone(body.phone()),
                        new SignInCode(body.code()),
                        body.bindingToken(),
                        ClientAddress.of(request)),
                "wrong-code",
                "The code is wrong, used or too old.");
    }

    @PostMapping("/operators")
    @SecurityRequirements
    SignInView signInOperator(@Valid @RequestBody SignInRequests.UsePassword body, HttpServletRequest request) {
        return SignInAnswers.signedIn(
                byPassword.signIn(body.username(), body.password(), ClientAddress.of(request)),
                "wrong-password",
                "The user name or the password is wrong.");
    }

    @PostMapping("/refresh")
    @SecurityRequirements
    SignInView refresh(@Valid @RequestBody SignInRequests.UseRefreshToken body) {
        return SignInAnswers.signedIn(
                refreshes.refresh(new RefreshToken(body.refreshToken())),
                "wrong-refresh-token",
                "The refresh token is not good, or no longer: sign in again.");
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        sessions.signOut(caller.sessionId(), caller.id());
    }
}
