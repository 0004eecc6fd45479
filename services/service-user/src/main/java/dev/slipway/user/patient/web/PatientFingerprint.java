package dev.slipway.user.patient.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.secret.DataCipher;
import org.springframework.stereotype.Component;

/**
 * What makes two create calls the same. It is a keyed hash: from a plain one, and the patient's other fields, a
 * certificate number could be found by trying.
 */
@Component
class PatientFingerprint {
    private final ObjectMapper json;
    private final DataCipher cipher;

    PatientFingerprint(ObjectMapper json, DataCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    String of(PatientRequest request) {
        try {
            return cipher.blindIndex("patient.request", json.writeValueAsString(request));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
