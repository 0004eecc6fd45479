package dev.slipway.cmn.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cmn.Instance;
import dev.slipway.cmn.Instance.Answer;
import dev.slipway.security.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ImportIT {
    private final Instance service = Instance.shared();

    @Test
    void whatIsExportedComesBackUnchanged() {
        String root = service.createRoot("io-trip", "=往返");
        String parent = service.create(root, "+1", "@一");
        service.create(parent, "-1", "=1+1");
        byte[] workbook = service.export();
        JsonNode result = service.upload(workbook, "?atomic=true").require(200).json();
        assertThat(result.get("rejected")).isEmpty();
        assertThat(result.get("created").asInt()).isZero();
        assertThat(result.get("updated").asInt()).isZero();
        assertThat(result.get("unchanged").asInt()).isGreaterThan(3000);
    }

    @Test
    void createsRenamesMovesAndKeeps() {
        String root = service.createRoot("io-mixed", "混");
        String a = service.create(root, "a", "A");
        service.create(a, "b", "B");
        service.create(root, "k", "K");
        byte[] workbook = Sheets.of(
                Sheets.row("io-mixed", "", "", "混"),
                Sheets.row("io-mixed", "", "a", "A2"),
                Sheets.row("io-mixed", "", "b", "B"),
                Sheets.row("io-mixed", "", "k", "K"),
                Sheets.row("io-mixed", "k", "n", "N"));
        expect(service.upload(workbook, ""), 1, 2, 2);
        assertThat(service.get("/api/dictionaries/io-mixed").names()).containsExactly("A2", "B", "K");
        expect(service.upload(workbook, ""), 0, 0, 5);
    }

    @Test
    void aChildMayStandBeforeItsParentAndItsDictionary() {
        byte[] workbook = Sheets.of(
                Sheets.row("io-order", "2", "3", "三"),
                Sheets.row("io-order", "1", "2", "二"),
                Sheets.row("io-order", "", "1", "一"),
                Sheets.row("io-order", "", "", "序"));
        expect(service.upload(workbook, "?atomic=true"), 4, 0, 0);
        assertThat(service.get("/api/dictionaries/io-order").names()).containsExactly("一");
        expect(service.upload(workbook, ""), 0, 0, 4);
    }

    @Test
    void aParentMayStandManyBatchesLater() {
        String[][] rows = new String[1502][];
        for (int i = 0; i < 1500; i++) {
            rows[i] = Sheets.row("io-far", "late", "v" + i, "x");
        }
        rows[1500] = Sheets.row("io-far", "", "late", "迟");
        rows[1501] = Sheets.row("io-far", "", "", "远");
        expect(service.upload(Sheets.of(rows), ""), 1502, 0, 0);
    }

    @Test
    void everyBadRowIsReportedAndTheGoodOnesAreApplied() {
        byte[] workbook = Sheets.of(
                Sheets.row("io-bad", "", "", "坏"),
                Sheets.row("io-bad", "", "1", "一"),
                Sheets.row("io-bad", "", "1", "again"),
                Sheets.row("io-bad", "nowhere", "2", "二"),
                Sheets.row("no-such", "", "2", "二"),
                Sheets.row("io-bad", "", "3", ""),
                Sheets.row("io-bad", "", "a/b", "x"),
                Sheets.row("Bad!", "", "1", "x"),
                Sheets.row("io-bad", "4", "4", "x"),
                Sheets.row("io-bad", "6", "5", "x"),
                Sheets.row("io-bad", "5", "6", "x"));
        JsonNode result = service.upload(workbook, "").require(200).json();
        assertThat(result.get("created").asInt()).isEqualTo(2);
        assertThat(result.get("rejected").findValuesAsText("row"))
                .containsExactly("4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(result.get("rejected").findValuesAsText("reason"))
                .startsWith(
                        "the same entry as row 3",
                        "there is no entry nowhere in the dictionary io-bad",
                        "there is no dictionary no-such");
        assertThat(service.get("/api/dictionaries/io-bad").names()).containsExactly("一");
    }

    @Test
    void atomicAppliesAllOrNothing() {
        byte[] workbook = Sheets.of(
                Sheets.row("io-atomic", "", "", "全"),
                Sheets.row("io-atomic", "", "1", "一"),
                Sheets.row("io-atomic", "nowhere", "2", "二"));
        JsonNode result = service.upload(workbook, "?atomic=true").require(200).json();
        assertThat(result.get("created").asInt()).isZero();
        assertThat(result.get("rejected").findValuesAsText("row")).containsExactly("4");
        service.get("/api/dictionaries/io-atomic").require(404);
    }

    @Test
    void aMoveThatWouldMakeACycleIsRejected() {
        String root = service.createRoot("io-cycle", "环");
        String a = service.create(root, "a", "A");
        service.create(a, "b", "B");
        JsonNode result = service.upload(Sheets.of(Sheets.row("io-cycle", "b", "a", "A")), "")
                .require(200)
                .json();
        assertThat(result.get("rejected").findValuesAsText("reason")).containsExactly("an entry can't be below itself");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        for (byte[] file : List.of(new byte[0], "name,value\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(service.upload(file, "").require(422).code()).isEqualTo("not-a-workbook");
        }
        service.admin("POST", "/admin/dictionaries/import", "{}").require(415);
        service.send(
                        "POST",
                        "/admin/dictionaries/import",
                        null,
                        Map.of(
                                "X-Identity",
                                service.identity(Role.ADMIN),
                                "Content-Type",
                                "multipart/form-data; boundary=x"))
                .require(400);
        service.upload(Sheets.of(), "?atomic=perhaps").require(400);
    }

    @Test
    void aTruncatedWorkbookLeavesNothing() {
        byte[] whole = Sheets.of(Sheets.row("io-cut", "", "", "断"), Sheets.row("io-cut", "", "1", "一"));
        for (int length = 10; length < whole.length; length += 97) {
            assertThat(service.upload(Arrays.copyOf(whole, length), "").status())
                    .isEqualTo(422);
        }
        service.get("/api/dictionaries/io-cut").require(404);
    }

    @Test
    void tooLargeAFileIsRefused() {
        assertThat(service.upload(new byte[10 * 1024 * 1024 + 1], "")
                        .require(413)
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void twoImportsOfTheSameFileCreateEachEntryOnce() throws Exception {
        String[][] rows = new String[3001][];
        rows[0] = Sheets.row("io-two", "", "", "双");
        for (int i = 1; i < rows.length; i++) {
            rows[i] = Sheets.row("io-two", i < 50 ? "" : "v" + i % 49, "v" + i, "x");
        }
        rows[49] = Sheets.row("io-two", "", "v0", "x");
        byte[] workbook = Sheets.of(rows);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> one = pool.submit(() -> service.upload(workbook, ""));
            Future<Answer> two = pool.submit(() -> service.upload(workbook, ""));
            JsonNode a = one.get().require(200).json();
            JsonNode b = two.get().require(200).json();
            assertThat(a.get("created").asInt() + b.get("created").asInt()).isEqualTo(3001);
            assertThat(a.get("unchanged").asInt() + b.get("unchanged").asInt()).isEqualTo(3001);
            assertThat(a.get("rejected").size() + b.get("rejected").size()).isZero();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void editsGoOnBesideAnImport() throws Exception {
        String root = service.createRoot("io-beside", "旁");
        String id = service.create(root, "edited", "0");
        String[][] rows = new String[5000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Sheets.row("io-beside", "", "v" + i, "x");
        }
        byte[] workbook = Sheets.of(rows);
        ExecutorService pool = Executors.newFixedThreadPool(1);
        List<String> stale = new ArrayList<>();
        try {
            Future<Answer> running = pool.submit(() -> service.upload(workbook, ""));
            for (int number = 1; number < 10 || !running.isDone(); number++) {
                String name = Integer.toString(number);
                service.admin(
                                "PUT",
                                "/admin/dictionary-entries/" + id,
                                Map.of("parentId", root, "value", "edited", "name", name))
                        .require(200);
                String read = service.get("/api/dictionaries/io-beside/values/edited")
                        .json()
                        .get("name")
                        .asText();
                if (!read.equals(name)) {
                    stale.add(read + " after " + name);
                }
            }
            expect(running.get(), 5000, 0, 0);
        } finally {
            pool.shutdownNow();
        }
        assertThat(stale).isEmpty();
        assertThat(service.get("/api/dictionaries/io-beside").names()).hasSize(5001);
    }

    private static void expect(Answer answer, int created, int updated, int unchanged) {
        JsonNode result = answer.require(200).json();
        assertThat(result.get("rejected")).isEmpty();
        assertThat(List.of(
                        result.get("created").asInt(),
                        result.get("updated").asInt(),
                        result.get("unchanged").asInt()))
                .containsExactly(created, updated, unchanged);
    }
}
