package dev.slipway.hospital;

/** A hospital that a test made. */
record House(String code, String keyId, String key) {
    static final String DEPARTMENT = "0101";
}
