package dev.slipway.cmn.workbook.web;

import dev.slipway.cmn.workbook.DictionaryExport;
import dev.slipway.cmn.workbook.DictionaryImport;
import dev.slipway.cmn.workbook.ImportResult;
import dev.slipway.cmn.workbook.NotAWorkbook;
import dev.slipway.cmn.workbook.WorkbookLimits;
import dev.slipway.web.live.Live;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** All dictionaries as one workbook, out and in. */
@RestController
class WorkbookController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final DictionaryExport export;
    private final DictionaryImport imports;
    private final Turns exportTurns;
    private final Turns importTurns;

    WorkbookController(DictionaryExport export, DictionaryImport imports, Live<WorkbookLimits> limits) {
        this.export = export;
        this.imports = imports;
        this.exportTurns = new Turns(() -> limits.get().parallel());
        this.importTurns = new Turns(() -> limits.get().parallel());
    }

    @GetMapping(path = "/admin/dictionaries/export", produces = XLSX)
    @ApiResponse(
            responseCode = "200",
            description = "The workbook",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    void export(HttpServletResponse response) throws IOException {
        take(exportTurns);
        try {
            response.setContentType(XLSX);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dictionaries.xlsx\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            export.write(response.getOutputStream());
        } finally {
            exportTurns.giveBack();
        }
    }

    @PostMapping(path = "/admin/dictionaries/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResult imported(
            @RequestPart("file") MultipartFile file,
            @RequestParam(name = "atomic", defaultValue = "false") boolean atomic)
            throws IOException {
        take(importTurns);
        Path workbook = Files.createTempFile("slipway-import-", ".xlsx");
        try {
            file.transferTo(workbook);
            return imports.run(workbook.toFile(), atomic);
        } catch (NotAWorkbook refused) {
            throw ProblemException.unprocessable(
                    "not-a-workbook", "The file was not read: " + refused.getMessage() + ".", List.of());
        } finally {
            importTurns.giveBack();
            Files.deleteIfExists(workbook);
        }
    }

    /** Each import holds some memory and each export a database connection while it runs. */
    private static void take(Turns turns) {
        if (!turns.take()) {
            throw ProblemException.tooManyRequests(
                    "busy", "Other workbooks are being worked on; try again soon.", SOON);
        }
    }
}
