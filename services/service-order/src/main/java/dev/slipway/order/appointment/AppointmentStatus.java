package dev.slipway.order.appointment;

/** Where an appointment is in its life. */
public enum AppointmentStatus {
    /** The slot is reserved; the hospital's answer is not known. */
    REQUESTED(true, "待医院确认"),
    /** The hospital has it; not paid. */
    CONFIRMED(true, "待支付"),
    PAID(true, "已支付"),
    /** The patient has the number at the hospital. */
    FETCHED(true, "已取号"),
    /** The hospital said no. */
    REJECTED(false, "预约失败"),
    /** Not paid in time. */
    EXPIRED(false, "超时未支付"),
    /** Given up before it was paid. */
    CANCELLED(false, "已取消"),
    /** Given up after it was paid; the money is on its way back. */
    REFUNDING(false, "退款中"),
    REFUNDED(false, "已退款");

    private final boolean active;
    private final String title;

    AppointmentStatus(boolean active, String title) {
        this.active = active;
        this.title = title;
    }

    /** Whether an appointment in this state takes a place of its schedule. */
    public boolean isActive() {
        return active;
    }

    /** As patients read it. */
    public String title() {
        return title;
    }
}
