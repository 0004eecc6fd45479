package dev.slipway.user.account.web;

import dev.slipway.security.identity.Role;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.Identity;
import dev.slipway.user.account.Verification;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.user.certificate.CertificateType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's own account; the certificate's number is masked. */
record MeView(
        String id,
        String phone,
        @Nullable String name,
        List<Role> roles,
        VerificationStatus verification,
        @Nullable CertificateType certificateType,
        @Nullable String certificateNumber,
        @Nullable String verificationReason,
        Instant registeredAt) {
    static MeView of(Account account) {
        Verification verification = account.verification();
        Identity identity = verification.identity();
        return new MeView(
                account.id(),
                account.phone().number(),
                account.name(),
                List.of(Role.USER),
                verification.status(),
                identity == null ? null : identity.certificate().type(),
                identity == null ? null : identity.certificate().masked(),
                verification.reason(),
                account.registeredAt());
    }

    /** Without what is personal, for this may be logged. */
    @Override
    public String toString() {
        return "MeView " + id;
    }
}
