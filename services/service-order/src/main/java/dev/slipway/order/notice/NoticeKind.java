package dev.slipway.order.notice;

/** What a hospital is told. */
public enum NoticeKind {
    PAID,
    CANCELLED
}
