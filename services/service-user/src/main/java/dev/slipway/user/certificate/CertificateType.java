package dev.slipway.user.certificate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * Kinds of identity documents. Their values are those of the dictionary {@code certificate-type}; they are fixed here
 * because each kind has rules of its own.
 */
public enum CertificateType {
    @JsonProperty("10")
    IDENTITY_CARD("10"),
    @JsonProperty("20")
    HOUSEHOLD_REGISTER("20"),
    @JsonProperty("30")
    PASSPORT("30"),
    @JsonProperty("40")
    OTHER("40");

    private final String value;

    CertificateType(String value) {
        this.value = value;
    }

    /** The dictionary's value. */
    public String value() {
        return value;
    }

    /** @throws IllegalArgumentException when the dictionary has no such value */
    public static CertificateType of(String value) {
        return Arrays.stream(values())
                .filter(type -> type.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No certificate type " + value));
    }
}
