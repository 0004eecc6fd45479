package dev.slipway.platform.yaml;

/**
 * Thrown by the constructor of a bound record: one of its components has the right type and a wrong value. The fault is
 * shown where that component is written; a plain {@link IllegalArgumentException} is shown where the record begins.
 */
public final class InvalidField extends IllegalArgumentException {
    private final String component;

    public InvalidField(String component, String what) {
        super(what);
        this.component = component;
    }

    String component() {
        return component;
    }
}
