package dev.slipway.user.administration.web;

import dev.slipway.user.account.Account;
import dev.slipway.user.account.AccountStatus;
import dev.slipway.user.account.Identity;
import dev.slipway.user.account.Verification;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.patient.Patient;
import dev.slipway.user.patient.web.PatientView;
import dev.slipway.user.signin.SignInRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as an operator sees one, with patients and the newest sign-in attempts; certificate numbers are masked. */
record UserDetailView(
        String id,
        String phone,
        @Nullable String name,
        AccountStatus status,
        VerificationStatus verification,
        Instant registeredAt,
        @Nullable CertificateType certificateType,
        @Nullable String certificateNumber,
        @Nullable String certificateFileId,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        List<PatientView> patients,
        List<SignInRecordView> signInRecords) {
    record SignInRecordView(Instant at, SignInRecord.Kind kind, SignInRecord.Outcome outcome, String address) {}

    static UserDetailView of(Account account, List<Patient> patients, List<SignInRecord> attempts) {
        Verification verification = account.verification();
        Identity identity = verification.identity();
        return new UserDetailView(
                account.id(),
                account.phone().number(),
                account.name(),
                account.status(),
                verification.status(),
                account.registeredAt(),
                identity == null ? null : identity.certificate().type(),
                identity == null ? null : identity.certificate().masked(),
                identity == null ? null : identity.fileId(),
                verification.submittedAt(),
                verification.decidedAt(),
                verification.reason(),
                patients.stream().map(PatientView::of).toList(),
                attempts.stream()
                        .map(one -> new SignInRecordView(one.at(), one.kind(), one.outcome(), one.address()))
                        .toList());
    }

    /** Without what is personal, for this may be logged. */
    @Override
    public String toString() {
        return "UserDetailView " + id;
    }
}
