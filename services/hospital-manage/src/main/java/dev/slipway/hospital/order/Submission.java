package dev.slipway.hospital.order;

/** The hospital's answer to an order. */
public sealed interface Submission {
    record Admitted(Admission admission) implements Submission {}

    /**
     * A definite no.
     *
     * @param reason for the patient
     */
    record Refused(String reason) implements Submission {}
}
