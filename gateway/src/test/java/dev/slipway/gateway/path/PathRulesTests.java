package dev.slipway.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gateway.path.PathRules.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/me",
                "/api/me/",
                "/api/a.b/..c/.d/e..",
                "/api/hospitals/1000_0/departments/a-b~c",
                "/api/x%20y/%E4%B8%AD%E6%96%87",
                "/a%3Ab%40c%2B%2C",
                "/api/innerwear/dinner",
                "/a:b@c!$&'()*+,="
            })
    void takesWhatReadsOneWay(String path) {
        assertThat(PathRules.judge(path)).isEqualTo(Verdict.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "//",
                "/a//b",
                "/a/./b",
                "/a/../b",
                "/a/..",
                "/a/.",
                "/a;b",
                "/a\\b",
                "/a b",
                "/a%",
                "/a%4",
                "/a%zz",
                "/%2e",
                "/%2E%2e/",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a%3Bb",
                "/a%25b",
                "/a%00",
                "/a%1f",
                "/a%7f",
                "/%41",
                "/%39",
                "/api/sign%2Din/codes",
                "/a%2db",
                "/a%5Fb",
                "/a%7eb",
                "/%c0%ae",
                "/%ff",
                "/%e4%b8",
                "/é",
                "/a\tb"
            })
    void refusesWhatCouldBeReadAnotherWay(String path) {
        assertThat(PathRules.judge(path)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inner", "/inner/x", "/api/inner", "/api/Inner/x", "/a//inner", "/..;/inner/x"})
    void hidesTheInnerPaths(String path) {
        assertThat(PathRules.judge(path)).isEqualTo(Verdict.HIDDEN);
    }
}
