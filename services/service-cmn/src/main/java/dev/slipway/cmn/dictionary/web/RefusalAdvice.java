package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.EditRefused;
import dev.slipway.cmn.dictionary.EntryMissing;
import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns refusals of the dictionary and of its database into problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {
    private final Problems problems;

    RefusalAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(EntryMissing missing, HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, "not-found", "There is no such dictionary or entry.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(EditRefused refused, HttpServletRequest request) {
        String code = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return answer(
                HttpStatus.CONFLICT, code, "Not changed: " + refused.reason().words() + ".", request);
    }

    /** Edits stand in line, so this takes a writer that goes past this service. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> taken(DuplicateKeyException taken, HttpServletRequest request) {
        return answer(HttpStatus.CONFLICT, "value-taken", "Not changed: the code or value is taken.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PessimisticLockingFailureException busy, HttpServletRequest request) {
        return answer(HttpStatus.CONFLICT, "edit-in-progress", "A long edit is under way; try again soon.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "The file is too large.", request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenUpload(MultipartException broken, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST, "malformed-upload", "The upload is not whole multipart/form-data.", request);
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String detail, HttpServletRequest request) {
        List<FieldProblem> none = List.of();
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(status, code, detail, request.getRequestURI(), none));
    }
}
