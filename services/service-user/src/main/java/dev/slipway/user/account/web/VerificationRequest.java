package dev.slipway.user.account.web;

import dev.slipway.user.account.Identity;
import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.certificate.CertificateType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who the caller claims to be; its text form shows nothing of it. */
record VerificationRequest(
        @NotBlank @Size(max = 50) String name,
        @NotNull CertificateType certificateType,
        @NotBlank @Size(max = 30) String certificateNumber,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}", message = "must be the id of an uploaded file")
        String certificateFileId) {
    Identity identity() {
        return new Identity(name, new Certificate(certificateType, certificateNumber), certificateFileId);
    }

    @Override
    public String toString() {
        return "VerificationRequest";
    }
}
