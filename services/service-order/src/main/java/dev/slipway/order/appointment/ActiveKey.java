package dev.slipway.order.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What may be active once: patient, hospital, department, date and session. Under a unique index it keeps that rule
 * however many calls come at once.
 */
public record ActiveKey(String value) {
    public static ActiveKey of(String patientId, Visit visit) {
        String text = String.join(
                "\n",
                patientId,
                visit.hospitalCode(),
                visit.departmentCode(),
                visit.date().toString(),
                visit.session());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ActiveKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
