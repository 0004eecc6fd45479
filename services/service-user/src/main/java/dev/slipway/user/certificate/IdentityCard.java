package dev.slipway.user.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** The resident identity card number of GB 11643-1999: region, birth date, sequence and an ISO 7064 check character. */
final class IdentityCard {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int OLDEST_AGE = 150;

    private IdentityCard() {}

    /** What is wrong with the number, or nothing. */
    static Optional<String> fault(String number, LocalDate today) {
        if (!FORM.matcher(number).matches()) {
            return Optional.of("must have 17 digits and a check character (0-9 or X)");
        }
        if (CHECKS.charAt(checksum(number)) != number.charAt(17)) {
            return Optional.of("has a wrong check character");
        }
        return birthDateFault(number.substring(6, 14), today);
    }

    private static int checksum(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum % CHECKS.length();
    }

    private static Optional<String> birthDateFault(String digits, LocalDate today) {
        try {
            LocalDate birth = LocalDate.parse(digits, BIRTH);
            if (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST_AGE))) {
                return Optional.of("has a birth date that can't be");
            }
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.of("has a birth date that does not exist");
        }
    }
}
