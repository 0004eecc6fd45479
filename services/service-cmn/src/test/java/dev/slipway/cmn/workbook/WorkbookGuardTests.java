package dev.slipway.cmn.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class WorkbookGuardTests {
    private final WorkbookGuard guard = new WorkbookGuard(new WorkbookLimits(
            1000, 100, 2, 20, DataSize.ofMegabytes(8), DataSize.ofMegabytes(2), DataSize.ofMegabytes(10), 100));

    @TempDir
    Path folder;

    @Test
    void letsAWorkbookThrough() {
        assertThatCode(() -> check(Sheets.of(Sheets.row("a", "", "1", "<一>&")))).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNoZip() {
        refuses("PNG and others".getBytes(StandardCharsets.UTF_8)).hasMessageContaining("not an xlsx");
        refuses(new byte[0]).hasMessageContaining("not an xlsx");
    }

    @Test
    void refusesATruncatedFile() {
        byte[] whole = Sheets.of(Sheets.row("a", "", "1", "x"));
        refuses(Arrays.copyOf(whole, whole.length - 30)).hasMessageContaining("whole zip");
        refuses(Arrays.copyOf(whole, whole.length / 2)).hasMessageContaining("whole zip");
    }

    /** Whatever is damaged, the reading library may throw anything at it. */
    @Test
    void refusesOrReadsADamagedFile() throws IOException {
        byte[] whole = Sheets.of(Sheets.row("a", "", "", "x"), Sheets.row("a", "", "1", "y"));
        Random random = new Random(1);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path path = Files.write(folder.resolve("damaged.xlsx"), damaged);
            try {
                guard.check(path.toFile());
                new DictionarySheet(path.toFile(), 100).read(new Forgetting());
            } catch (NotAWorkbook refused) {
                assertThat(refused.getMessage()).doesNotContain(folder.toString());
            }
        }
    }

    private static final class Forgetting implements DictionarySheet.Reader {
        @Override
        public void row(SheetRow row) {}

        @Override
        public void rejected(int row, String reason) {}
    }

    @Test
    void refusesAPartThatInflatesTooMuch() {
        refuses(with("xl/media/picture.bin", new byte[7 * 1024 * 1024])).hasMessageContaining("more data");
        refuses(with("xl/other.xml", Sheets.xml("<a>" + "<b/>".repeat(1_500_000) + "</a>")))
                .hasMessageContaining("more data");
    }

    @Test
    void refusesTooMuchInAll() {
        Map<String, byte[]> parts = Sheets.parts("");
        for (int i = 0; i < 12; i++) {
            parts.put("xl/media/" + i + ".bin", new byte[1_000_000]);
        }
        refuses(Sheets.zip(parts)).hasMessageContaining("when inflated");
    }

    @Test
    void refusesTooManyParts() {
        Map<String, byte[]> parts = Sheets.parts("");
        for (int i = 0; i < 20; i++) {
            parts.put("xl/" + i + ".bin", new byte[1]);
        }
        refuses(Sheets.zip(parts)).hasMessageContaining("parts");
    }

    @Test
    void refusesEntitiesAndOtherHidingPlaces() {
        refuses(with("xl/x.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("DTD");
        refuses(Sheets.ofXml("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[x]]></t></is></c></row>"))
                .hasMessageContaining("CDATA");
        refuses(with("xl/x.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-8");
        refuses(with("xl/looks-like-a-picture.png", "<a>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("broken");
    }

    @Test
    void refusesATextThatIsTooLongToHold() {
        refuses(Sheets.of(Sheets.row("a", "", "1", "x".repeat(70_000)))).hasMessageContaining("64 KB");
        refuses(Sheets.ofXml("<row r=\"2\" spans=\"" + "1".repeat(70_000) + "\"/>"))
                .hasMessageContaining("64 KB");
    }

    @Test
    void refusesNumbersThatTheReaderWouldBelieve() {
        refuses(cell("r=\"ZZZZZZ2\"", "<v>1</v>")).hasMessageContaining("columns");
        refuses(cell("r=\"A2\" s=\"99999999999\"", "<v>1</v>")).hasMessageContaining("style");
        refuses(cell("r=\"A2\" t=\"s\"", "<v>2000000</v>")).hasMessageContaining("shared strings");
        refuses(cell("r=\"A2\" t=\"s\"", "<v>-1</v>")).hasMessageContaining("shared string");
        refuses(Sheets.ofXml("<row r=\"99999999999\"/>")).hasMessageContaining("number");
        refuses(Sheets.ofXml("<row r=\"2\">" + "<c/>".repeat(1001) + "</row>")).hasMessageContaining("1000 cells");
        refuses(Sheets.ofXml("<row r=\"2\">" + "<c><f t=\"array\" ref=\"A1:B9\">1</f></c>".repeat(101) + "</row>"))
                .hasMessageContaining("formulas");
    }

    private static byte[] cell(String attributes, String content) {
        return Sheets.ofXml("<row r=\"2\"><c " + attributes + ">" + content + "</c></row>");
    }

    private static byte[] with(String name, byte[] content) {
        Map<String, byte[]> parts = Sheets.parts("");
        parts.put(name, content);
        return Sheets.zip(parts);
    }

    private AbstractThrowableAssert<?, ?> refuses(byte[] file) {
        return assertThatThrownBy(() -> check(file)).isInstanceOf(NotAWorkbook.class);
    }

    private void check(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("test.xlsx"), file);
        guard.check(path.toFile());
    }
}
