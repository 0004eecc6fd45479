package dev.slipway.oss.file.web;

import dev.slipway.oss.file.StoreAway;
import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What goes wrong with an upload before it reaches the desk, and with the store behind it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FileAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(FileAdvice.class);

    private final Problems problems;

    FileAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "A file has at most 10 MB.", List.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(MultipartException broken, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "malformed-upload",
                "The upload is not whole multipart/form-data.",
                List.of(),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request has invalid fields.",
                List.of(new FieldProblem(missing.getRequestPartName(), "is missing")),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreAway away, HttpServletRequest request) {
        LOG.error("The store of files is away", away);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Files are not available at the moment.",
                List.of(),
                request);
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String detail, List<FieldProblem> errors, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(status, code, detail, request.getRequestURI(), errors));
    }
}
