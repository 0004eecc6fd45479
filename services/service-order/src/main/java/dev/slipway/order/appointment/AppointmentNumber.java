package dev.slipway.order.appointment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names an appointment, here and at the hospital: the day it was made and 60 random bits, 20 characters. */
public record AppointmentNumber(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 12;
    private static final Pattern FORM = Pattern.compile("[0-9]{8}[0-9A-HJKMNP-TV-Z]{12}");

    public AppointmentNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not the number of an appointment");
        }
    }

    /** Whether the text can be a number at all. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public static AppointmentNumber random(LocalDate day, RandomGenerator random) {
        StringBuilder number = new StringBuilder(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new AppointmentNumber(number.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
