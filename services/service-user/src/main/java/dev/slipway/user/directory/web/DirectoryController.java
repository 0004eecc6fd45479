package dev.slipway.user.directory.web;

import dev.slipway.user.account.AccountId;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.patient.Patients;
import dev.slipway.web.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For services alone: certificate numbers are whole here. */
@RestController
@RequestMapping("/inner/users/{userId}")
class DirectoryController {
    private final Accounts accounts;
    private final Patients patients;

    DirectoryController(Accounts accounts, Patients patients) {
        this.accounts = accounts;
        this.patients = patients;
    }

    @GetMapping
    UserEntry user(@PathVariable String userId) {
        return accounts.find(userId)
                .map(UserEntry::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such user."));
    }

    /** Another user's patient is not found. */
    @GetMapping("/patients/{patientId}")
    PatientEntry patient(@PathVariable String userId, @PathVariable String patientId) {
        return patients.find(new AccountId(userId), patientId)
                .map(PatientEntry::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such patient."));
    }
}
