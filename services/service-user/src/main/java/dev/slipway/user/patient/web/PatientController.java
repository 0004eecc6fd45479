package dev.slipway.user.patient.web;

import dev.slipway.security.identity.Caller;
import dev.slipway.user.account.AccountId;
import dev.slipway.user.patient.PatientDesk;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Patients;
import dev.slipway.user.patient.TooManyPatients;
import dev.slipway.web.idempotency.Idempotency;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own patients; another user's are not found. */
@RestController
@RequestMapping("/api/patients")
class PatientController {
    private final PatientDesk desk;
    private final Patients patients;
    private final PatientCheck check;
    private final PatientFingerprint fingerprint;
    private final Idempotency idempotency;

    PatientController(
            PatientDesk desk,
            Patients patients,
            PatientCheck check,
            PatientFingerprint fingerprint,
            Idempotency idempotency) {
        this.desk = desk;
        this.patients = patients;
        this.check = check;
        this.fingerprint = fingerprint;
        this.idempotency = idempotency;
    }

    @GetMapping
    ItemList<PatientView> list(Caller caller) {
        return new ItemList<>(
                patients.of(AccountId.of(caller)).stream().map(PatientView::of).toList());
    }

    @PostMapping
    @ApiResponse(responseCode = "201")
    ResponseEntity<PatientView> add(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PatientRequest request) {
        AccountId owner = AccountId.of(caller);
        PatientDetails details = check.checked(request);
        PatientView view = idempotency.once(
                caller.id(), key, fingerprint.of(request), PatientView.class, limited(() -> desk.add(owner, details)
                        .map(PatientView::of)
                        .orElseThrow(PatientController::unknown)));
        return ResponseEntity.created(URI.create("/api/patients/" + view.id())).body(view);
    }

    @GetMapping("/{id}")
    PatientView show(Caller caller, @PathVariable String id) {
        return patients.find(AccountId.of(caller), id).map(PatientView::of).orElseThrow(PatientController::unknown);
    }

    @PutMapping("/{id}")
    PatientView replace(Caller caller, @PathVariable String id, @Valid @RequestBody PatientRequest request) {
        return desk.replace(AccountId.of(caller), id, check.checked(request))
                .map(PatientView::of)
                .orElseThrow(PatientController::unknown);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String id) {
        if (!patients.remove(AccountId.of(caller), id)) {
            throw unknown();
        }
    }

    private static <T> Supplier<T> limited(Supplier<T> work) {
        return () -> {
            try {
                return work.get();
            } catch (TooManyPatients full) {
                throw ProblemException.conflict("too-many-patients", full.getMessage() + ".");
            }
        };
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such patient.");
    }
}
