package dev.slipway.user.certificate;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An identity document. Its text form shows the number masked, so that a log line can't leak it. */
public record Certificate(CertificateType type, String number) {
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern ANY = Pattern.compile("[\\p{L}\\p{N}()-]{3,30}");

    /** Letters are kept as capitals: a check character {@code x} is the same as {@code X}. */
    public Certificate {
        number = number.toUpperCase(Locale.ROOT);
    }

    /** What is wrong with the number on the day given, or nothing. */
    public Optional<String> fault(LocalDate today) {
        return switch (type) {
            case IDENTITY_CARD -> IdentityCard.fault(number, today);
            case PASSPORT -> unless(PASSPORT, "must be 5 to 17 letters and digits");
            case HOUSEHOLD_REGISTER, OTHER -> unless(ANY, "must be 3 to 30 letters, digits, hyphens or parentheses");
        };
    }

    private Optional<String> unless(Pattern form, String fault) {
        return form.matcher(number).matches() ? Optional.empty() : Optional.of(fault);
    }

    /** The first sixth and the last quarter, asterisks between: {@code 110***********002X}. */
    public String masked() {
        int[] characters = number.codePoints().toArray();
        int head = characters.length / 6;
        int tail = characters.length / 4;
        return new String(characters, 0, head)
                + "*".repeat(characters.length - head - tail)
                + new String(characters, characters.length - tail, tail);
    }

    @Override
    public String toString() {
        return type + " " + masked();
    }
}
