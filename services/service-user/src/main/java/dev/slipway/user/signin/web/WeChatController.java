package dev.slipway.user.signin.web;

import dev.slipway.user.signin.SignInOutcome;
import dev.slipway.user.signin.WeChatSignIn;
import dev.slipway.user.wechat.WeChatAccounts;
import dev.slipway.user.wechat.WeChatAccounts.QrParameters;
import dev.slipway.user.wechat.WeChatDesk;
import dev.slipway.user.wechat.WeChatUnavailable;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by WeChat. */
@RestController
@RequestMapping("/api/sign-in/wechat")
@SecurityRequirements
class WeChatController {
    private final WeChatAccounts provider;
    private final WeChatDesk desk;
    private final WeChatSignIn signIn;

    WeChatController(WeChatAccounts provider, WeChatDesk desk, WeChatSignIn signIn) {
        this.provider = provider;
        this.desk = desk;
        this.signIn = signIn;
    }

    @GetMapping
    QrView qr() {
        String state = desk.newState();
        QrParameters qr = parameters(state);
        return new QrView(
                qr.appId(), qr.scope(), qr.redirectUri(), state, qr.authorizeUrl(), WeChatDesk.LIFETIME.toSeconds());
    }

    /** 200 signs in; 202 says that the WeChat account has no phone yet, and how to bind one. */
    @GetMapping("/callback")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignInView.class)))
    @ApiResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BindingView.class)))
    ResponseEntity<Object> callback(
            @RequestParam @Size(min = 1, max = 200) String code,
            @RequestParam @Size(min = 1, max = 200) String state,
            HttpServletRequest request) {
        SignInOutcome outcome = outcome(code, state, ClientAddress.of(request));
        if (outcome instanceof SignInOutcome.PhoneMissing missing) {
            return ResponseEntity.accepted()
                    .body(new BindingView(missing.bindingToken(), WeChatDesk.LIFETIME.toSeconds()));
        }
        return ResponseEntity.ok(SignInAnswers.signedIn(
                outcome, "wrong-wechat-code", "The state or the code is not good, or no longer: start again."));
    }

    private QrParameters parameters(String state) {
        try {
            return provider.qrParameters(state);
        } catch (WeChatUnavailable off) {
            throw unavailable();
        }
    }

    private SignInOutcome outcome(String code, String state, String address) {
        try {
            return signIn.signIn(code, state, address);
        } catch (WeChatUnavailable away) {
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE, "wechat-unavailable", "WeChat does not answer; try again later.");
    }

    /** @param expiresIn seconds */
    record QrView(String appId, String scope, String redirectUri, String state, String authorizeUrl, long expiresIn) {}

    /** @param expiresIn seconds */
    record BindingView(String bindingToken, long expiresIn) {}
}
