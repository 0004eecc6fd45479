package dev.slipway.sms.delivery;

import java.util.Map;

/**
 * Asks for one message; the payload of the event {@code sms.requested}.
 *
 * @param id names the message: it is sent once, however often it is asked for
 * @param phone mainland mobile number, 11 digits
 * @param template name of the text
 */
public record SmsRequested(String id, String phone, String template, Map<String, String> parameters) {
    public SmsRequested {
        if (id == null || !id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("the id is not 1 to 64 letters, digits and dashes");
        }
        if (phone == null || !phone.matches("1[3-9]\\d{9}")) {
            throw new IllegalArgumentException("the phone is not a mainland mobile number");
        }
        if (template == null) {
            throw new IllegalArgumentException("there is no template");
        }
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    }

    /** Without phone and parameters: this may be logged. */
    @Override
    public String toString() {
        return template + " " + id;
    }
}
