package dev.slipway.order.hospital;

import dev.slipway.order.appointment.Admission;

/** What a hospital says about an appointment. */
public sealed interface HospitalAnswer {
    record Accepted(Admission admission) implements HospitalAnswer {}

    /**
     * A definite no.
     *
     * @param reason in the hospital's words, for the patient
     */
    record Rejected(String reason) implements HospitalAnswer {}

    /** It has never seen the number; only the answer to a question, never to a submission. */
    record Absent() implements HospitalAnswer {}

    /**
     * It may have it or not: no answer, or one that was not agreed on.
     *
     * @param why for the log
     */
    record Unknown(String why) implements HospitalAnswer {}
}
