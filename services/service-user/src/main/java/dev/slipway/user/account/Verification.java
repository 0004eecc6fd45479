package dev.slipway.user.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The check of a user's identity: {@code NONE → PENDING → APPROVED | REJECTED}, and {@code REJECTED → PENDING} again.
 *
 * @param identity what was submitted; null while nothing was
 * @param reason the operator's words for the last decision
 */
public record Verification(
        VerificationStatus status,
        @Nullable Identity identity,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {
    public static final Verification NONE = new Verification(VerificationStatus.NONE, null, null, null, null, null);

    /**
     * What an operator looks at does not change under him: while pending only the same identity is taken again, and an
     * approved one stays.
     */
    public Submission submit(Identity claimed, Instant now) {
        return switch (status) {
            case NONE, REJECTED ->
                new Submission.Accepted(new Verification(VerificationStatus.PENDING, claimed, now, null, null, null));
            case PENDING ->
                claimed.equals(identity)
                        ? new Submission.Accepted(this)
                        : new Submission.Refused("verification-pending", "Another identity is being checked.");
            case APPROVED -> new Submission.Refused("already-verified", "The identity is approved already.");
        };
    }

    /** @throws NotPending when there is nothing to decide */
    public Verification decide(boolean approved, String operatorId, @Nullable String words, Instant now) {
        if (status != VerificationStatus.PENDING) {
            throw new NotPending();
        }
        VerificationStatus decided = approved ? VerificationStatus.APPROVED : VerificationStatus.REJECTED;
        return new Verification(decided, identity, submittedAt, now, operatorId, words);
    }

    /** What became of a submission. */
    public sealed interface Submission {
        record Accepted(Verification verification) implements Submission {}

        record Refused(String code, String detail) implements Submission {}
    }

    /** A decision on a verification that is not pending. */
    public static final class NotPending extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPending() {
            super("The verification is not pending");
        }
    }
}
