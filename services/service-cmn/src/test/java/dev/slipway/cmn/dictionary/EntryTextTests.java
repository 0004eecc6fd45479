package dev.slipway.cmn.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTextTests {
    @ParameterizedTest
    @ValueSource(strings = {"10", "=1+1", "-", "a b", "一", "😀", "...", "a:b"})
    void values(String value) {
        assertThat(EntryText.problemOfValue(value)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " a", "a ", "a/b", "a\\b", "a;b", "%41", ".", "..", "a\nb", "a\uD83D", "\uFFFF", "\u3000a"})
    void noValues(@Nullable String value) {
        assertThat(EntryText.problemOfValue(value)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "hospital-grade", "x2"})
    void codes(String code) {
        assertThat(EntryText.problemOfCode(code)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "A", "2x", "a b", "-a", "a_b", "a\n"})
    void noCodes(@Nullable String code) {
        assertThat(EntryText.problemOfCode(code)).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a\tb", "a\u0000", "a\uDC00"})
    void noNames(@Nullable String name) {
        assertThat(EntryText.problemOfName(name)).isPresent();
    }
}
