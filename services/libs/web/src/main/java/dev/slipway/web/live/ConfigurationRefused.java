package dev.slipway.web.live;

/** A pushed document was refused; nothing of it is in force. */
public final class ConfigurationRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String reason;

    /**
     * @param key what is wrong: a property name, a rule's position, or a place in the text
     * @param reason why, in a form that may be logged
     */
    public ConfigurationRefused(String key, String reason) {
        super(key + ": " + reason);
        this.key = key;
        this.reason = reason;
    }

    public String key() {
        return key;
    }

    public String reason() {
        return reason;
    }
}
