package dev.slipway.user.account.web;

import dev.slipway.security.identity.Caller;
import dev.slipway.user.account.AccountId;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.account.Identity;
import dev.slipway.user.account.Verification.Submission;
import dev.slipway.user.account.VerificationDesk;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's account and the check of the real name. */
@RestController
@RequestMapping("/api/me")
class MeController {
    private final Accounts accounts;
    private final VerificationDesk desk;
    private final Clock clock;
    private final ZoneId displayZone;

    MeController(Accounts accounts, VerificationDesk desk, Clock clock, ZoneId displayZone) {
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    @GetMapping
    MeView me(Caller caller) {
        return accounts.find(AccountId.of(caller).value()).map(MeView::of).orElseThrow(MeController::unknown);
    }

    @PutMapping("/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    MeView verify(Caller caller, @Valid @RequestBody VerificationRequest request) {
        Identity identity = request.identity();
        identity.certificate()
                .fault(LocalDate.ofInstant(clock.instant(), displayZone))
                .ifPresent(fault -> {
                    throw ProblemException.invalid("certificateNumber", fault);
                });
        Submission outcome = desk.submit(AccountId.of(caller), identity).orElseThrow(MeController::unknown);
        if (outcome instanceof Submission.Refused refused) {
            throw ProblemException.conflict(refused.code(), refused.detail());
        }
        return me(caller);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such account.");
    }
}
