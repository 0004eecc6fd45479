package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cmn.workbook.Sheets;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT {
    private static final int ROUNDS = 60;

    private final Instance service = Instance.shared();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        String root = service.createRoot("fuzz", "模糊");
        String kept = service.create(root, "kept", "留");
        byte[] workbook = Sheets.of(Sheets.row("fuzz-sheet", "", "", "表"), Sheets.row("fuzz-sheet", "", "1", "一"));
        OpenApiFuzzer.Report report = new OpenApiFuzzer(service.uri(""))
                .header("X-Identity", () -> service.identity(Role.ADMIN))
                .example("GET /api/dictionaries/{code}", () -> Example.call().with("code", "nation"))
                .example(
                        "GET /api/dictionaries/{code}/values/{value}",
                        () -> Example.call().with("code", "province").with("value", "440305"))
                .example("GET /api/dictionary-entries/{id}/children", () -> Example.call()
                        .with("id", root))
                .example("GET /admin/dictionary-entries/{id}", () -> Example.call()
                        .with("id", kept))
                .example("POST /admin/dictionary-entries", () -> Example.call()
                        .with("Idempotency-Key", "fuzz-" + next())
                        .body(Map.of("parentId", root, "value", next(), "name", "新")))
                .example("PUT /admin/dictionary-entries/{id}", () -> Example.call()
                        .with("id", kept)
                        .body(Map.of("parentId", root, "value", "kept", "name", "留" + next())))
                .example("DELETE /admin/dictionary-entries/{id}", () -> Example.call()
                        .with("id", service.create(root, next(), "旧")))
                .example(
                        "POST /admin/dictionaries/import",
                        () -> Example.call().with("atomic", "true").part("file", workbook))
                .run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(10);
    }

    private String next() {
        return "n" + number.incrementAndGet();
    }
}
