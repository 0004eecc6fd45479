package dev.slipway.hospital.order.web;

import dev.slipway.hospital.order.Admission;

/** The answer to an admitted order. */
record AdmissionView(String hospitalRecordId, int sequenceNumber, String fetchTime, String fetchAddress) {
    static AdmissionView of(Admission admission, int sequenceNumber) {
        return new AdmissionView(admission.recordId(), sequenceNumber, admission.fetchTime(), admission.fetchAddress());
    }
}
