package dev.slipway.platform.smoke;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes valid numbers of identity cards: GB 11643, with the check character of ISO 7064 MOD 11-2. */
final class IdentityCard {
    private static final String CHECK = "10X98765432";
    private static final int DIGITS = 17;
    private static final int MODULUS = 11;

    private IdentityCard() {}

    /** A man's number: the sequence in it is odd. */
    static String ofMan(String district, LocalDate born, RandomGenerator random) {
        int sequence = random.nextInt(500) * 2 + 1;
        String digits =
                district + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%03d", sequence);
        return digits + check(digits);
    }

    /** The character that ends a number with these 17 digits. */
    static char check(String digits) {
        int sum = 0;
        int weight = 1;
        for (int place = DIGITS - 1; place >= 0; place--) {
            weight = weight * 2 % MODULUS;
            sum += Character.digit(digits.charAt(place), 10) * weight;
        }
        return CHECK.charAt(sum % MODULUS);
    }
}
