package dev.slipway.user.administration.web;

import dev.slipway.security.identity.Caller;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.AccountId;
import dev.slipway.user.account.AccountLock;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.account.Verification;
import dev.slipway.user.account.VerificationDesk;
import dev.slipway.user.patient.Patients;
import dev.slipway.user.signin.SignInRecords;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Valid;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for operators. */
@RestController
@RequestMapping("/admin/users")
class UserController {
    private static final int SIGN_INS_SHOWN = 50;

    private final Accounts accounts;
    private final AccountLock lock;
    private final VerificationDesk verifications;
    private final Patients patients;
    private final SignInRecords signIns;
    private final ZoneId displayZone;

    UserController(
            Accounts accounts,
            AccountLock lock,
            VerificationDesk verifications,
            Patients patients,
            SignInRecords signIns,
            ZoneId displayZone) {
        this.accounts = accounts;
        this.lock = lock;
        this.verifications = verifications;
        this.patients = patients;
        this.signIns = signIns;
        this.displayZone = displayZone;
    }

    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable String keyword,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String verification,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            PageRequest page) {
        UserQuery query = new UserQuery(keyword, status, verification, from, to);
        return accounts.search(query.filter(displayZone), page).map(UserView::of);
    }

    @GetMapping("/{id}")
    UserDetailView show(@PathVariable String id) {
        return detail(accounts.find(id).orElseThrow(UserController::unknown));
    }

    @PutMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable String id) {
        expectKnown(lock.lock(id));
    }

    @DeleteMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String id) {
        expectKnown(lock.unlock(id));
    }

    @PutMapping("/{id}/verification")
    UserDetailView decide(Caller operator, @PathVariable String id, @Valid @RequestBody DecisionRequest request) {
        try {
            boolean approved = request.decision() == DecisionRequest.Decision.APPROVED;
            return detail(verifications
                    .decide(id, approved, operator.id(), request.reason())
                    .orElseThrow(UserController::unknown));
        } catch (Verification.NotPending decided) {
            throw ProblemException.conflict("not-pending", "There is nothing to decide: no verification is pending.");
        }
    }

    private UserDetailView detail(Account account) {
        return UserDetailView.of(
                account, patients.of(new AccountId(account.id())), signIns.of(account, SIGN_INS_SHOWN));
    }

    private static void expectKnown(boolean known) {
        if (!known) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such user.");
    }
}
