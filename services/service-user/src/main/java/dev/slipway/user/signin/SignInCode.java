package dev.slipway.user.signin;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Six random digits; their text form does not show them. */
public record SignInCode(String digits) {
    /** Also for bean validation. */
    public static final String PATTERN = "[0-9]{6}";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final int VARIANTS = 1_000_000;

    public SignInCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a sign-in code");
        }
    }

    static SignInCode random(SecureRandom random) {
        return new SignInCode(String.format(Locale.ROOT, "%06d", random.nextInt(VARIANTS)));
    }

    @Override
    public String toString() {
        return "SignInCode";
    }
}
