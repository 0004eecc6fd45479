package dev.slipway.oss.file.web;

import dev.slipway.oss.file.FileDesk;
import dev.slipway.oss.file.FileId;
import dev.slipway.oss.file.FileLinks;
import dev.slipway.oss.file.StoredFile;
import dev.slipway.oss.file.UploadOutcome;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.CallerAuthentication;
import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/files")
class FileController {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final FileDesk desk;
    private final FileLinks links;

    FileController(FileDesk desk, FileLinks links) {
        this.desk = desk;
        this.links = links;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(responseCode = "201", description = "The file is kept")
    ResponseEntity<FileView> upload(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.invalid("Idempotency-Key", "must be 1 to 128 printable ASCII characters");
        }
        String name = file.getOriginalFilename();
        UploadOutcome outcome = desk.upload(caller, key, name == null ? "" : name, file);
        if (outcome instanceof UploadOutcome.Kept kept) {
            return ResponseEntity.created(URI.create("/api/files/" + kept.file().id()))
                    .body(view(kept.file()));
        }
        throw refusal(outcome);
    }

    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The content",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> download(
            @PathVariable("id") String id,
            @RequestParam(name = "expires", required = false) @Nullable String expires,
            @RequestParam(name = "signature", required = false) @Nullable String signature,
            @Nullable CallerAuthentication authentication)
            throws IOException {
        Caller caller = authentication == null ? null : authentication.getPrincipal();
        StoredFile file = desk.find(parse(id), caller, expires, signature).orElseThrow(FileController::missing);
        InputStream content = desk.open(file).orElseThrow(FileController::missing);
        return ResponseEntity.ok()
                .headers(headers(file))
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.size())
                .body(new InputStreamResource(content));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable("id") String id, Caller caller) throws IOException {
        if (!desk.remove(parse(id), caller)) {
            throw missing();
        }
    }

    private FileView view(StoredFile file) {
        return new FileView(file.id().value(), file.name(), file.size(), file.contentType(), links.link(file.id()));
    }

    /** Saved, never shown: nothing that is uploaded can act as a page of this host. */
    private static HttpHeaders headers(StoredFile file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.setCacheControl("private, no-store");
        return headers;
    }

    private static ProblemException refusal(UploadOutcome outcome) {
        if (outcome instanceof UploadOutcome.Empty) {
            return ProblemException.invalid("file", "is empty");
        }
        if (outcome instanceof UploadOutcome.KeyReused) {
            return ProblemException.unprocessable(
                    "idempotency-key-reused", "This Idempotency-Key was used for another file.", List.of());
        }
        return ProblemException.unprocessable(
                "file-type-not-accepted",
                "Files of this type are not accepted.",
                List.of(new FieldProblem("file", "its content is of no accepted type")));
    }

    private static FileId parse(String id) {
        return FileId.parse(id).orElseThrow(FileController::missing);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such file.");
    }
}
