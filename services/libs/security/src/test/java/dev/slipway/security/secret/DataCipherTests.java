package dev.slipway.security.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataCipherTests {
    private final DataCipher cipher = cipher(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "110101199003070134", "张三", "a longer text with several words in it"})
    void readsWhatItWrote(String text) {
        assertThat(cipher.decrypt("patient.name", cipher.encrypt("patient.name", text)))
                .isEqualTo(text);
    }

    @Test
    void neverWritesTheSameTwice() {
        assertThat(cipher.encrypt("c", "x")).isNotEqualTo(cipher.encrypt("c", "x"));
    }

    @Test
    void refusesAnotherContextKeyOrAChangedValue() {
        String sealed = cipher.encrypt("patient.name", "x");
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt("user.name", sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher(2).decrypt("patient.name", sealed));
        byte[] bytes = Base64.getDecoder().decode(sealed);
        bytes[bytes.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt("patient.name", changed));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt("patient.name", "AQ=="));
    }

    @Test
    void indexesEqualTextsEqually() {
        assertThat(cipher.blindIndex("c", "x")).hasSize(64).isEqualTo(cipher.blindIndex("c", "x"));
        assertThat(cipher.blindIndex("c", "x"))
                .isNotEqualTo(cipher.blindIndex("d", "x"))
                .isNotEqualTo(cipher(2).blindIndex("c", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void refusesAKeyThatIsNot32Bytes(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataCipher(key, new SecureRandom()))
                .withMessage("The secret data-key must be 32 bytes in Base64");
    }

    private static DataCipher cipher(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new DataCipher(Base64.getEncoder().encodeToString(key), new SecureRandom());
    }
}
