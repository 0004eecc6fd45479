package dev.slipway.hospital.order.web;

import dev.slipway.hospital.order.Admission;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What the platform may know of an order. */
record OrderView(
        String number,
        OrderStatus status,
        @Nullable String hospitalRecordId,
        @Nullable Integer sequenceNumber,
        @Nullable String fetchTime,
        @Nullable String fetchAddress,
        @Nullable String reason) {
    static OrderView of(Order order) {
        Admission admission = order.admission();
        return new OrderView(
                order.number(),
                order.status(),
                admission == null ? null : admission.recordId(),
                admission == null ? null : admission.sequenceNumber(),
                admission == null ? null : admission.fetchTime(),
                admission == null ? null : admission.fetchAddress(),
                order.reason());
    }
}
