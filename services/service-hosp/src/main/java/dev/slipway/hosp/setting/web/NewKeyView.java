package dev.slipway.hosp.setting.web;

/** A new key, which is never shown again. */
record NewKeyView(String keyId, String key) {
    /** Never shows the key. */
    @Override
    public String toString() {
        return "NewKeyView[" + keyId + "]";
    }
}
