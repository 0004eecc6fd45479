package dev.slipway.hospital.order;

import dev.slipway.hospital.order.Submission.Admitted;
import dev.slipway.hospital.order.Submission.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one number of the platform.
 *
 * @param reason why it was refused or cancelled
 * @param admission null when it was refused, or cancelled before it was submitted
 * @param request null when it was cancelled before it was submitted
 */
public record Order(
        String number,
        OrderStatus status,
        @Nullable String reason,
        @Nullable Admission admission,
        @Nullable OrderRequest request,
        Instant createdAt) {
    static final String CANCELLED_BEFORE = "该预约已取消";

    /** The answer to its submission, the first time and ever after. */
    Submission submission() {
        if (admission != null) {
            return new Admitted(admission);
        }
        return new Refused(reason == null ? CANCELLED_BEFORE : reason);
    }
}
