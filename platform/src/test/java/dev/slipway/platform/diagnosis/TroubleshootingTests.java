package dev.slipway.platform.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page explains each cause under the words that are printed. */
class TroubleshootingTests {
    @Test
    void thereIsASectionForEachCauseAndForNothingElse() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("../docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring("### ".length()))
                .toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Cause.values()).map(Cause::title).toList());
    }

    @Test
    void noSectionIsEmpty() throws IOException {
        var sections = new ArrayList<>(
                List.of(Files.readString(Path.of("../docs/troubleshooting.md")).split("\n### ", -1)));

        assertThat(sections.subList(1, sections.size()))
                .allSatisfy(section -> assertThat(section).contains("Change:"));
    }
}
