package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.render.addon.AddonComposers;
import dev.slipway.platform.render.middleware.MiddlewareComposers;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.MiddlewareKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages name what is pinned, and how each goes to another version and away. */
class DocumentedVersionsTests {
    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @EnumSource
    void aServerIsDocumentedAsItIsPinned(MiddlewareKind kind) throws IOException {
        assertDocumented("servers.md", kind.toString(), MiddlewareComposers.pinnedImage(kind));
    }

    @ParameterizedTest
    @EnumSource
    void anAddonIsDocumentedAsItIsPinned(AddonKind kind) throws IOException {
        assertDocumented("add-ons.md", kind.toString(), AddonComposers.pinnedImage(kind));
    }

    private static void assertDocumented(String page, String name, String image) throws IOException {
        String text = Files.readString(DOCS.resolve(page));
        int tag = image.lastIndexOf(':');
        String version = image.substring(tag + 1).replaceFirst("^v", "");
        List<String> row = text.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .flatMap(line -> Stream.of(line.split(" *\\| *", -1)))
                .toList();
        assertThat(row).as("the row of %s in %s", name, page).contains(version).anyMatch(cell -> cell.replace("` `", "")
                .contains(image.substring(0, tag)));

        String section = text.substring(text.indexOf("\n## " + name + "\n") + 1).split("\n## ", 2)[0];
        assertThat(section).startsWith("## " + name).contains("- Upgrade: ", "- Uninstall: ");
    }
}
