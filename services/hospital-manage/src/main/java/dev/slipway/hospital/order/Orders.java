package dev.slipway.hospital.order;

import dev.slipway.hospital.schedule.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of each hospital, one a number of the platform. */
public interface Orders {
    Optional<Order> find(String hospitalCode, String number);

    /** The newest first, at most {@code most}. */
    List<Order> search(String hospitalCode, OrderFilter filter, int most);

    /** @throws org.springframework.dao.DuplicateKeyException when the number is known */
    void addRefused(String hospitalCode, OrderRequest request, String reason);

    /**
     * Confirmed, but not admitted yet.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the number is known
     */
    void addConfirmed(String hospitalCode, OrderRequest request, String recordId);

    void admit(String hospitalCode, String number, Admission admission);

    /** Takes the confirmation of this transaction back. */
    void refuse(String hospitalCode, String number, String reason);

    /** @throws org.springframework.dao.DuplicateKeyException when the number is known */
    void addCancelled(String hospitalCode, String number);

    /** @return false when it is not in the status {@code from} any more */
    boolean change(String hospitalCode, String number, OrderStatus from, OrderStatus to, @Nullable String reason);

    /** All but those whose number is given out, if the platform agrees. @return how many were open */
    int cancelAllOf(String hospitalCode, String scheduleId, String reason);

    /** What a clerk looks for; null: any. */
    record OrderFilter(
            @Nullable LocalDate visitDate,
            @Nullable Session session,
            @Nullable OrderStatus status,
            @Nullable String number) {}
}
