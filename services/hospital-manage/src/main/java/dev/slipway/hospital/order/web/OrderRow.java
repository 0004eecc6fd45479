package dev.slipway.hospital.order.web;

import dev.slipway.hospital.order.Admission;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderRequest;
import dev.slipway.hospital.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/** An order as the clerk sees it: the certificate's number is masked. */
record OrderRow(
        String number,
        OrderStatus status,
        @Nullable String reason,
        @Nullable OrderRequest request,
        @Nullable Admission admission,
        String certificate,
        boolean fetching) {
    private static final int SHOWN = 4;

    /** @param fetching whether the number is given out and the platform has not agreed yet */
    static OrderRow of(Order order, boolean fetching) {
        OrderRequest request = order.request();
        return new OrderRow(
                order.number(),
                order.status(),
                order.reason(),
                request,
                order.admission(),
                request == null ? "" : masked(request.patient().certificateNumber()),
                fetching);
    }

    private static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN);
        return "*".repeat(hidden) + number.substring(hidden);
    }
}
