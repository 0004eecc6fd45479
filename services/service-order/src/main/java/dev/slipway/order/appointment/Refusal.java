package dev.slipway.order.appointment;

/** Why a transition is not possible. */
public enum Refusal {
    /** After the deadline, or the number is fetched. */
    TOO_LATE("too-late", "It is too late to cancel this appointment."),
    NOT_PAID("not-paid", "The appointment is not paid."),
    /** Not in a state that this can follow. */
    NOT_ACTIVE("not-active", "The appointment is not in a state that allows this.");

    private final String code;
    private final String detail;

    Refusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** Stable word for the problem. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
