package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DockerConditionTests {
    @Test
    void anEngineThatAnswersIsEnough() {
        assertThat(new DockerCondition(() -> true).lacking()).isEmpty();
    }

    @Test
    void withoutAnEngineItSaysSo() {
        assertThat(new DockerCondition(() -> false).lacking()).hasValue("it needs a Docker engine and none answers");
    }

    @Test
    void ofAnEngineThatCannotPullItSaysWhatIsMissing() {
        var condition = new DockerCondition(() -> {
            throw new IllegalArgumentException(
                    "cannot start", new IllegalStateException("no such image: testcontainers/ryuk:0.12.0\nmore"));
        });

        assertThat(condition.lacking()).hasValueSatisfying(line -> assertThat(line)
                .endsWith("no such image: testcontainers/ryuk:0.12.0")
                .doesNotContain("\n"));
    }
}
