package dev.slipway.sms.delivery;

/** Whoever carries messages to telephones. */
public interface SmsProvider {
    /**
     * Sends once per id: the id is the provider's idempotency key, so that a repeated call after a crash or a timeout
     * does not send again. Returns when the provider has taken it.
     *
     * @throws RuntimeException when it is not known to be taken; the call is then repeated
     */
    void send(String id, String phone, String template, String text);
}
