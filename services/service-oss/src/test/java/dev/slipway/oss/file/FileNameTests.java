package dev.slipway.oss.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTests {
    private static final List<String> JPEG = List.of(".jpg", ".jpeg");

    @Test
    void aFittingNameStays() {
        assertThat(FileName.harmless("身份证 正面.JPEG", JPEG)).isEqualTo("身份证 正面.JPEG");
    }

    @Test
    void pathsGo() {
        assertThat(FileName.harmless("../../etc/a.jpg", JPEG)).isEqualTo("a.jpg");
        assertThat(FileName.harmless("C:\\Users\\x\\a.jpg", JPEG)).isEqualTo("a.jpg");
        assertThat(FileName.harmless("../..", JPEG)).isEqualTo("file.jpg");
        assertThat(FileName.harmless("...", JPEG)).isEqualTo("file.jpg");
    }

    @Test
    void whatDeceivesOrBreaksIsReplaced() {
        assertThat(FileName.harmless("a\u202Egpj.exe", JPEG)).isEqualTo("a_gpj.exe.jpg");
        assertThat(FileName.harmless("a\r\nSet-Cookie: b\u0000.jpg", JPEG)).isEqualTo("a__Set-Cookie_ b_.jpg");
        assertThat(FileName.harmless("a\"b<c>%2e\uD800.jpg", JPEG)).isEqualTo("a_b_c__2e_.jpg");
    }

    @Test
    void theNameEndsLikeItsType() {
        assertThat(FileName.harmless("page.html", JPEG)).isEqualTo("page.html.jpg");
        assertThat(FileName.harmless("", JPEG)).isEqualTo("file.jpg");
        assertThat(FileName.harmless("unknown", List.of())).isEqualTo("unknown");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String cut = FileName.harmless("😀".repeat(300), JPEG);
        assertThat(cut).isEqualTo("😀".repeat(100) + ".jpg");
    }
}
