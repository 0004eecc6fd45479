package dev.slipway.hosp.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signing key of a hospital.
 *
 * @param keyId hospital code, a hyphen and the key's number
 * @param number counts the keys of a hospital from 1
 * @param retiresAt from when on it is refused; null for the newest key
 */
public record HospitalKey(
        String keyId,
        String hospitalCode,
        int number,
        String value,
        @Nullable Instant retiresAt) {
    static HospitalKey numbered(String hospitalCode, int number, String value) {
        return new HospitalKey(hospitalCode + "-" + number, hospitalCode, number, value, null);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "HospitalKey[" + keyId + "]";
    }
}
