package dev.slipway.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.user.account.Verification.Submission;
import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.certificate.CertificateType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerificationTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");
    private static final Identity ONE = identity("张三");
    private static final Identity OTHER = identity("李四");

    @Test
    void aSubmissionIsPendingAndThenDecidedOnce() {
        Verification pending = accepted(Verification.NONE, ONE);
        assertThat(pending.status()).isEqualTo(VerificationStatus.PENDING);
        Verification approved = pending.decide(true, "operator", "ok", NOW);
        assertThat(approved.status()).isEqualTo(VerificationStatus.APPROVED);
        assertThat(approved.identity()).isEqualTo(ONE);
        assertThatThrownBy(() -> approved.decide(false, "operator", "no", NOW))
                .isInstanceOf(Verification.NotPending.class);
        assertThatThrownBy(() -> Verification.NONE.decide(true, "operator", "ok", NOW))
                .isInstanceOf(Verification.NotPending.class);
    }

    @Test
    void aRejectedIdentityMayBeSubmittedAnewWithoutTheOldDecision() {
        Verification rejected = accepted(Verification.NONE, ONE).decide(false, "operator", "blurred", NOW);
        Verification again = accepted(rejected, OTHER);
        assertThat(again).isEqualTo(new Verification(VerificationStatus.PENDING, OTHER, NOW, null, null, null));
    }

    @Test
    void whatIsBeingCheckedDoesNotChange() {
        Verification pending = accepted(Verification.NONE, ONE);
        assertThat(accepted(pending, ONE)).isEqualTo(pending);
        assertThat(refused(pending, OTHER)).isEqualTo("verification-pending");
        assertThat(refused(pending.decide(true, "operator", null, NOW), ONE)).isEqualTo("already-verified");
    }

    private static Verification accepted(Verification before, Identity identity) {
        return ((Submission.Accepted) before.submit(identity, NOW)).verification();
    }

    private static String refused(Verification before, Identity identity) {
        return ((Submission.Refused) before.submit(identity, NOW)).code();
    }

    private static Identity identity(String name) {
        return new Identity(name, new Certificate(CertificateType.PASSPORT, "E12345678"), null);
    }
}
