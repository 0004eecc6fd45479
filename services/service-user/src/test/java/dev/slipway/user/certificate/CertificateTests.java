package dev.slipway.user.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** The first is the example of GB 11643-1999. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "440524188001010014"})
    void anIdentityCardWithTheRightCheckCharacterIsGood(String number) {
        LocalDate day = number.startsWith("4405") ? LocalDate.of(1990, 1, 1) : TODAY;
        assertThat(card(number).fault(day)).isEmpty();
    }

    @Test
    void everyOtherCheckCharacterIsWrong() {
        for (char check : "0123456789".toCharArray()) {
            assertThat(card("11010519491231002" + check).fault(TODAY)).hasValue("has a wrong check character");
        }
    }

    @Test
    void everyWrongDigitIsNoticed() {
        String right = "11010519491231002X";
        for (int i = 1; i < 17; i++) {
            char wrong = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            String number = right.substring(0, i) + wrong + right.substring(i + 1);
            assertThat(card(number).fault(TODAY)).as(number).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1101051949123100", "A1010519491231002X", "11010519491231002XX", "１1010519491231002X"})
    void anotherFormIsNoIdentityCard(String number) {
        assertThat(card(number).fault(TODAY)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"19490230, does not exist", "19491301, does not exist", "20270101, can't be", "18000101, can't be"})
    void theBirthDateMustBePlausible(String birth, String fault) {
        String digits = "110105" + birth + "002";
        assertThat("0123456789X"
                        .chars()
                        .mapToObj(check ->
                                card(digits + (char) check).fault(TODAY).orElse(""))
                        .filter(found -> found.endsWith(fault)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678, true",
        "PASSPORT, E 2345678, false",
        "PASSPORT, E123, false",
        "HOUSEHOLD_REGISTER, 11010519491231002X, true",
        "OTHER, 南字第12345678号, true",
        "OTHER, a<b>, false",
        "OTHER, ab, false"
    })
    void theOthersHaveAForm(CertificateType type, String number, boolean good) {
        assertThat(new Certificate(type, number).fault(TODAY).isEmpty()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X, 110***********002X", "E12345678, E******78", "ABC, ***", "ABCDE, ****E"})
    void aMaskHidesTheMiddle(String number, String masked) {
        Certificate certificate = new Certificate(CertificateType.OTHER, number);
        assertThat(certificate.masked()).isEqualTo(masked);
        assertThat(certificate.toString()).doesNotContain(number).contains(masked);
    }

    private static Certificate card(String number) {
        return new Certificate(CertificateType.IDENTITY_CARD, number);
    }
}
