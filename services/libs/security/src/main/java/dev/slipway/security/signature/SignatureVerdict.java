package dev.slipway.security.signature;

/** Whether a request is what its signature says. */
public sealed interface SignatureVerdict {
    /** @param owner code of the hospital that signed */
    record Genuine(String owner) implements SignatureVerdict {}

    /**
     * @param code stable word for the problem: {@code signature-missing}, {@code signature-malformed},
     *     {@code signature-expired}, {@code key-unknown}, {@code signature-wrong} or {@code nonce-used}
     * @param detail one sentence for the hospital's developer
     */
    record Refused(String code, String detail) implements SignatureVerdict {}
}
