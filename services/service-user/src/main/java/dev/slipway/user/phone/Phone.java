package dev.slipway.user.phone;

import java.util.regex.Pattern;

/** A mobile number of the mainland: eleven digits, the second from 3 to 9. Its text form is masked, for logs. */
public record Phone(String number) {
    /** Also for bean validation. */
    public static final String PATTERN = "1[3-9][0-9]{9}";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    public Phone {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("Not a mobile number");
        }
    }

    @Override
    public String toString() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }
}
